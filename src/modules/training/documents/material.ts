/** The material as a deck with what the lecturer says, and as a handout. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  bulletList,
  callout,
  deck,
  type DeckTree,
  definitionList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  type Slide,
  table,
} from '../../../documents/index.ts';
import type { MaterialContent, Unit } from '../contract.ts';
import { firstHeld, handoutHead, materialOf, type Source } from './source.ts';

const SOURCE_KINDS = { standard: '基準', incident: '事故の報告', report: '資料' } as const;

export function materialDeck(source: Source): DeckTree {
  const { content, minutes } = materialOf(source);
  const { engagement, course } = source;
  const on = firstHeld(source);
  return deck(
    {
      title: content.title,
      author: engagement.contractor,
      created: on,
      ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    },
    [
      {
        kind: 'title',
        title: content.title,
        subtitle: engagement.municipality,
        lines: [formatEra(on), engagement.contractor],
        notes: course.aim,
      },
      {
        kind: 'table',
        title: `本日の進め方（${minutes}分）`,
        columns: [
          { title: '単元', share: 5 },
          { title: '形式', share: 1.6 },
          { title: '時間', align: 'right' },
        ],
        rows: content.units.map(({ title, form, minutes: length }) => [title, form, `${length}分`]),
        notes: '始めに全体の時間の配分を示し、休憩の時刻を伝える。',
      },
      ...content.units.flatMap((unit) => unitSlides(unit, content)),
      {
        kind: 'table',
        title: 'よりどころとした資料',
        columns: [
          { title: '資料', share: 5 },
          { title: '版', share: 2 },
        ],
        rows: content.sources.map(({ title, edition }) => [title, edition]),
      },
      {
        kind: 'closing',
        title: '御質問をお聞かせください',
        lines: [engagement.client.department, engagement.client.tel].filter((line) => line !== ''),
      },
    ],
  );
}

function unitSlides({ key, title, form, aim, points, notes, minutes }: Unit, { exercises }: MaterialContent): Slide[] {
  const own = exercises.filter(({ unit }) => unit === key);
  return [
    { kind: 'bullets', title, items: points, notes: `${form}　${minutes}分。ねらい：${aim}\n${notes}` },
    ...own.map(({ task, passPercent, weaknesses }): Slide => ({
      kind: 'bullets',
      title: '取り組むこと',
      items: [
        '演習用紙の場面を読んでください。',
        task,
        `解答は、演習用紙又は画面に書きます。模範解答は${weaknesses.length}項目で、${passPercent}％の点で合格です。`,
      ],
      notes: '模範解答は、全員が書き終えてから配る。',
    })),
  ];
}

export function handoutTree(source: Source): DocumentTree {
  const { content, number, minutes, state } = materialOf(source);
  return document(
    {
      ...handoutHead(source, '研修資料', `第${number}版${state === 'draft' ? '（案）' : ''}`),
      subtitle: content.title,
    },
    [
      letterHead(),
      definitionList([
        ['ねらい', source.course.aim],
        ['対象', source.course.audienceNames.join('、')],
        ['時間', `${minutes}分（${formMinutes(content)}）`],
        ['方法', content.method],
      ]),
      heading(1, '研修の構成'),
      table({
        columns: [{ width: '3fr' }, { width: 24, align: 'center' }, { width: 18, align: 'right' }, { width: '4fr' }],
        header: ['単元', '形式', '時間', 'ねらい'],
        rows: content.units.map(({ title, form, minutes: length, aim }) => [title, form, `${length}分`, aim]),
      }),
      ...content.units.flatMap((unit): Block[] => [
        heading(1, unit.title),
        callout(unit.aim, { title: 'ねらい' }),
        bulletList([...unit.points]),
      ]),
      heading(1, 'よりどころとした資料'),
      table({
        columns: [{ width: '4fr' }, { width: 30, align: 'center' }, { width: '2fr' }],
        header: ['資料', '種類', '版'],
        rows: content.sources.map(({ title, kind, edition }) => [title, SOURCE_KINDS[kind], edition]),
      }),
      ...(content.variants.length === 0
        ? []
        : [
            heading(1, '受ける人ごとの内容'),
            table({
              columns: [{ width: '1fr' }, { width: '3fr' }],
              header: ['受ける人', '単元'],
              rows: content.variants.map(({ name, units }) => [
                name,
                units.map((key) => content.units.find((unit) => unit.key === key)?.title ?? '').join('、'),
              ]),
            }),
          ]),
    ],
  );
}

function formMinutes({ units }: MaterialContent): string {
  return [...Map.groupBy(units, ({ form }) => form)]
    .map(([form, own]) => `${form}${own.reduce((all, { minutes }) => all + minutes, 0)}分`)
    .join('、');
}
