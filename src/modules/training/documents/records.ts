/** Records of a course: who attended, who completed it, what they understood. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  definitionList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  note,
  paragraph,
  table,
  type WorkbookTree,
} from '../../../documents/index.ts';
import type { PersonLine, SessionView, WorkView } from '../contract.ts';
import { peopleAt, traineeKey } from '../rules/attendance.ts';
import { headOf, lastHeld, materialOf, missing, type Source, textLines } from './source.ts';

const day = (value: string | null): string => (value === null ? '―' : formatEra(value));

type Held = SessionView & { readonly held: NonNullable<SessionView['held']> };

export function heldOf(source: Source): readonly Held[] {
  const held = source.sessions.filter((one): one is Held => one.held !== null);
  if (held.length === 0)
    throw missing('実施の記録がまだありません。「開催と受講」の画面で研修の実施を記録してください。');
  return held;
}

const attendanceOf = ({ held }: Held, { trainee }: PersonLine): string =>
  held.attendance.find((one) => traineeKey(one.trainee) === traineeKey(trainee))?.forms.join('、') ?? '欠席';

export function attendanceTree(source: Source): DocumentTree {
  const held = heldOf(source);
  return document(headOf(source, '研修受講記録', lastHeld(source)), [
    letterHead(),
    paragraph(source.engagement.title, { firstLine: false, keepWithNext: true }),
    heading(1, '開催'),
    table({
      columns: [
        { width: 14, align: 'center' },
        { width: 34 },
        { width: '2fr' },
        { width: 22 },
        { width: 18, align: 'right' },
        { width: '2fr' },
        { width: 18, align: 'right' },
      ],
      header: ['回', '日', '場所', '方法', '時間', '講師', '人数'],
      rows: held.map(({ number, place, mode, held: one }) => [
        `第${number}回`,
        day(one.on),
        place,
        mode,
        `${one.minutes}分`,
        one.lecturer,
        `${peopleAt(one)}人`,
      ]),
    }),
    ...notes(source, held),
    ...people(source, held),
  ]);
}

/** One by one; nothing where people were only counted. */
function people(source: Source, held: readonly Held[]): Block[] {
  if (source.course.audience === 'city-staff') return [note('出席は、開催ごとに人数で記録した。')];
  return [
    heading(1, '受講者'),
    table({
      columns: [{ width: '3fr' }, { width: '3fr' }, ...held.map(() => ({ width: '2fr' as const })), { width: 36 }],
      header: ['所属', '氏名', ...held.map(({ number }) => `第${number}回`), '修了した日'],
      rows: source.people.map((person) => [
        person.department,
        person.name,
        ...held.map((one) => attendanceOf(one, person)),
        day(person.completedOn),
      ]),
    }),
    note(`修了は、${source.course.forms.join('及び')}の全てに出席した人とする。`),
  ];
}

function notes(source: Source, held: readonly Held[]): Block[] {
  const material = materialOf(source);
  const titles = (keys: readonly string[]) =>
    keys.map((key) => material.content.exercises.find((one) => one.key === key)?.title ?? '').join('、');
  return [
    definitionList(
      held.flatMap(({ number, held: one, considered, reason, corrections }) => [
        [`第${number}回　演習`, one.exercises.length === 0 ? 'なし' : titles(one.exercises)] as const,
        ...(considered.length === 0 ? [] : [[`第${number}回　配慮したこと`, considered.join('、')] as const]),
        ...(reason === '' ? [] : [[`第${number}回　集合しない理由`, reason] as const]),
        ...(one.note === '' ? [] : [[`第${number}回　備考`, one.note] as const]),
        ...corrections.map(({ on, reason: why }) => [`第${number}回　訂正（${formatEra(on)}）`, why] as const),
      ]),
    ),
  ];
}

export function attendanceWorkbook(source: Source): WorkbookTree {
  const held = heldOf(source);
  return {
    ...bookHead(source, '研修受講記録'),
    sheets: [
      {
        name: '受講記録',
        title: `${source.course.title}　受講記録`,
        subtitle: [source.engagement.title],
        ...(source.course.audience === 'city-staff' ? countedList(held) : namedList(source, held)),
      },
    ],
  };
}

const namedList = (source: Source, held: readonly Held[]) => ({
  columns: [
    { title: '所属', width: 26 },
    { title: '氏名', width: 20 },
    ...held.map(({ number, held: one }) => ({ title: `第${number}回（${formatEra(one.on)}）`, width: 28 })),
    { title: '修了した日', width: 22 },
  ],
  rows: source.people.map((person) => [
    person.department,
    person.name,
    ...held.map((one) => attendanceOf(one, person)),
    day(person.completedOn),
  ]),
});

const countedList = (held: readonly Held[]) => ({
  columns: [
    { title: '回', width: 8 },
    { title: '日', width: 24 },
    { title: '場所', width: 34 },
    { title: '人数', width: 10 },
  ],
  rows: held.map(({ number, place, held: one }) => [`第${number}回`, day(one.on), place, peopleAt(one)]),
});

function completedOf({ people }: Source): readonly PersonLine[] {
  const done = people.filter(({ completedOn }) => completedOn !== null);
  if (done.length === 0) throw missing('修了した人がまだいません。座学と演習の出席を記録すると、名簿を作れます。');
  return done;
}

export function completionTree(source: Source): DocumentTree {
  const done = completedOf(source);
  return document(headOf(source, '研修修了者名簿', lastHeld(source)), [
    letterHead(),
    paragraph(source.engagement.title, { firstLine: false, keepWithNext: true }),
    paragraph(`${source.course.title}を修了した人は、次の${done.length}人である。`),
    table({
      columns: [{ width: 14, align: 'center' }, { width: '2fr' }, { width: '2fr' }, { width: 40 }],
      header: ['番号', '所属', '氏名', '修了した日'],
      rows: done.map(({ department, name, completedOn }, at) => [at + 1, department, name, day(completedOn)]),
    }),
  ]);
}

export function completionWorkbook(source: Source): WorkbookTree {
  return {
    ...bookHead(source, '研修修了者名簿'),
    sheets: [
      {
        name: '修了者名簿',
        title: `${source.course.title}　修了者名簿`,
        subtitle: [source.engagement.title],
        columns: [
          { title: '番号', width: 8, align: 'center' },
          { title: '所属', width: 30 },
          { title: '氏名', width: 24 },
          { title: '修了した日', width: 24 },
        ],
        rows: completedOf(source).map(({ department, name, completedOn }, at) => [
          at + 1,
          department,
          name,
          day(completedOn),
        ]),
      },
    ],
  };
}

export interface Result {
  readonly exercise: string;
  readonly place: string;
  readonly found: number;
  readonly partly: number;
  readonly missed: number;
}

/** No names: what each person wrote stays between that person and the trainer. */
export function resultsTree(source: Source, work: readonly WorkView[], results: readonly Result[]): DocumentTree {
  const reviewed = work.filter(({ feedback }) => feedback !== null);
  if (reviewed.length === 0)
    throw missing('講評を返した演習がまだありません。「演習と講評」の画面で講評を返してください。');
  const { analysis } = source.course;
  const { exercises } = materialOf(source).content;
  return document(headOf(source, '演習の結果と理解の分析', source.today), [
    letterHead(),
    paragraph(source.engagement.title, { firstLine: false, keepWithNext: true }),
    heading(1, '演習ごとの結果'),
    table({
      columns: [
        { width: '3fr' },
        { width: 24, align: 'right' },
        { width: 24, align: 'right' },
        { width: 34, align: 'right' },
      ],
      header: ['演習', '解答', '合格', '点の平均'],
      rows: exercises.map(({ key, title }) => {
        const own = reviewed.flatMap(({ exercise, feedback }) =>
          exercise === key && feedback !== null ? [feedback] : [],
        );
        const mean = own.reduce((sum, { score }) => sum + score, 0) / Math.max(1, own.length);
        return [
          title,
          `${own.length}人`,
          `${own.filter(({ passed }) => passed).length}人`,
          own.length === 0 ? '―' : `${mean.toFixed(1)}点/${own[0]?.of ?? 0}点`,
        ];
      }),
    }),
    ...exercises.flatMap(({ key, title }): Block[] => [
      heading(2, title),
      table({
        columns: [
          { width: '3fr' },
          { width: 26, align: 'right' },
          { width: 26, align: 'right' },
          { width: 30, align: 'right' },
        ],
        header: ['弱いところ', '気付いた', '一部', '気付かなかった'],
        rows: results
          .filter(({ exercise }) => exercise === key)
          .map(({ place, found, partly, missed }) => [place, `${found}人`, `${partly}人`, `${missed}人`]),
      }),
    ]),
    ...(analysis === null
      ? [paragraph('分析はまだ書かれていない。')]
      : [
          heading(1, '理解できていること'),
          ...textLines(analysis.understood),
          heading(1, '理解が足りないこと'),
          ...textLines(analysis.weak),
          heading(1, '次に行うこと'),
          ...textLines(analysis.next),
        ]),
  ]);
}

const bookHead = ({ engagement, today }: Source, title: string) => ({
  title,
  author: engagement.contractor,
  created: today,
  ...(engagement.marking === null ? {} : { marking: engagement.marking }),
});
