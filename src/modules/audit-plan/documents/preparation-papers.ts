/** Papers that go to audited departments: list of documents, notice, briefing. */
import { formatEra, formatEraShort } from '../../../core/calendar/index.ts';
import {
  type Block,
  bulletList,
  deck,
  type DeckTree,
  document,
  type DocumentTree,
  heading,
  letterHead,
  paragraph,
  row,
  type Sheet,
  type Slide,
  table,
  toTheCity,
  type WorkbookTree,
} from '../../../documents/index.ts';
import type { DocumentView, NoticeView, TargetView } from '../contract.ts';
import { writtenBlocks } from './papers.ts';
import { bookHead, type Source } from './source.ts';

const DOCUMENT_STATES: Readonly<Record<DocumentView['state'], string>> = {
  listed: '求める前',
  requested: '依頼済み',
  received: '受領',
  insufficient: '不足',
  accepted: '確認済み',
  withdrawn: '取りやめ',
};

const ADDRESSEE = '監査を受ける所属　御中';

/** @param methods techniques by programme */
export function documentListTree(
  source: Source,
  title: string,
  documents: readonly DocumentView[],
  methods: ReadonlyMap<string, string>,
): DocumentTree {
  const byTarget = [...Map.groupBy(documents, ({ targetName }) => targetName)];
  return document(
    {
      title,
      date: formatEra(source.today),
      created: source.today,
      addressee: ADDRESSEE,
      sender: [source.engagement.municipality, source.engagement.client.department, source.engagement.contractor],
      ...(source.engagement.marking === null ? {} : { marking: source.engagement.marking }),
      orientation: 'landscape',
    },
    [
      letterHead(),
      paragraph(
        '監査に先立ち、次の資料の御提出をお願いします。既にあるもので結構ですので、新たに作る必要はありません。',
      ),
      ...byTarget.flatMap(([name, own]) => {
        const target = source.targets.find(({ id }) => id === own[0]?.targetId);
        return [heading(1, name, { marks: { departments: target?.departmentIds ?? [] } }), documentTable(own)];
      }),
      heading(1, '当日の調査の内容'),
      investigationTable(investigation(source, documents, methods)),
    ],
  );
}

function documentTable(own: readonly DocumentView[]): Block {
  // What was asked for after the briefing is told apart where there is any.
  const more = own.some(({ additional }) => additional);
  return table({
    columns: [
      { width: 12, align: 'center' },
      { width: '3fr' },
      { width: '3fr' },
      { width: 34 },
      { width: 22, align: 'center' },
      ...(more ? [{ width: 22, align: 'center' } as const] : []),
    ],
    header: ['番号', '資料', '目的', '期限', '状況', ...(more ? ['追加'] : [])],
    rows: own.map(({ title, purpose, due, state, additional }, index) => [
      index + 1,
      title,
      purpose === '' ? '―' : purpose,
      due === null ? '―' : formatEraShort(due),
      DOCUMENT_STATES[state],
      ...(more ? [additional ? '追加' : '―'] : []),
    ]),
  });
}

/** 調査内容等: what will be looked at where, for the targets that are asked. */
function investigation(
  source: Source,
  documents: readonly DocumentView[],
  methods: ReadonlyMap<string, string>,
): { readonly departments: readonly string[]; readonly cells: readonly string[] }[] {
  return source.targets
    .filter(({ id }) => documents.some(({ targetId }) => targetId === id))
    .map((target) => ({
      departments: target.departmentIds,
      cells: [
        target.name,
        target.departmentIds.map(source.departmentName).join('、'),
        methods.get(target.programmeId) ?? '―',
        target.plannedOn === null ? '調整中' : formatEraShort(target.plannedOn),
        `${target.minutes}分`,
      ],
    }));
}

const INVESTIGATION = ['対象', '所属', '調査の方法', '予定の日', '時間'];

function investigationTable(rows: ReturnType<typeof investigation>): Block {
  return table({
    columns: [{ width: '2fr' }, { width: '2fr' }, { width: '2fr' }, { width: 30 }, { width: 18, align: 'right' }],
    header: INVESTIGATION,
    rows: rows.map(({ departments, cells }) => row(cells, { departments })),
  });
}

function investigationSheet(rows: ReturnType<typeof investigation>, subtitle: readonly string[]): Sheet {
  const widths = [30, 34, 40, 14, 10];
  return {
    name: '調査の内容',
    title: '当日の調査の内容',
    subtitle,
    orientation: 'landscape',
    columns: INVESTIGATION.map((title, at) => ({ title, width: widths[at] ?? 20 })),
    rows: rows.map(({ cells }) => cells),
  };
}

export function documentListWorkbook(
  source: Source,
  title: string,
  documents: readonly DocumentView[],
  methods: ReadonlyMap<string, string>,
): WorkbookTree {
  const subtitle = [ADDRESSEE, source.engagement.title, `${formatEra(source.today)}現在`];
  return {
    ...bookHead(source.engagement, title, source.today),
    sheets: [
      {
        name: '提出資料',
        title,
        subtitle,
        orientation: 'landscape',
        columns: [
          { title: '番号', width: 8, align: 'center' },
          { title: '対象', width: 28 },
          { title: '資料', width: 36 },
          { title: '目的', width: 40 },
          { title: '期限', width: 14 },
          { title: '状況', width: 12, align: 'center' },
          { title: '追加', width: 10, align: 'center' },
        ],
        rows: documents.map(({ targetName, title: name, purpose, due, state, additional }, index) => [
          index + 1,
          targetName,
          name,
          purpose,
          due === null ? '' : formatEraShort(due),
          DOCUMENT_STATES[state],
          additional ? '追加' : '',
        ]),
      },
      investigationSheet(investigation(source, documents, methods), subtitle),
    ],
  };
}

export function noticeTree(source: Source, notice: NoticeView, target: TargetView): DocumentTree {
  const { engagement } = source;
  const on = notice.sentOn ?? source.today;
  return document(
    {
      title: '監査の実施について（通知）',
      date: formatEra(on),
      created: on,
      ...(notice.number === '' ? {} : { number: notice.number }),
      addressee: toWhom(source, target),
      sender: [engagement.municipality, `${engagement.client.department}長`],
    },
    [
      letterHead(),
      ...notice.text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => paragraph(line, { firstLine: !/^([0-9０-９]+　|　)/u.test(line) })),
    ],
  );
}

/** A site of a vendor is told through the vendor, everything else through the heads of its departments. */
const toWhom = (source: Source, { kind, vendor, departmentIds }: TargetView): string[] =>
  kind === 'vendor-site' && vendor !== ''
    ? [`${vendor}　御中`]
    : departmentIds.map((id) => `${source.departmentName(id)}長　様`);

export interface BriefingText {
  readonly title: string;
  /** The day on which it was complete; null while it is a draft. */
  readonly preparedOn: string | null;
  readonly sections: readonly { readonly title: string; readonly text: string }[];
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/^・/u, ''));

export function briefingDeck(source: Source, { title, sections, preparedOn }: BriefingText): DeckTree {
  const { engagement, today } = source;
  return deck({ title, ...(engagement.marking === null ? {} : { marking: engagement.marking }) }, [
    {
      kind: 'title',
      title,
      subtitle: engagement.title,
      lines: [formatEra(preparedOn ?? today), engagement.municipality, engagement.contractor],
    },
    ...sections.map((section): Slide => ({
      kind: 'bullets',
      title: section.title,
      items: linesOf(section.text),
    })),
    {
      kind: 'closing',
      title: '御質問をお聞かせください',
      lines: [engagement.client.department, engagement.client.tel],
    },
  ]);
}

export function briefingTree(source: Source, { title, sections, preparedOn }: BriefingText): DocumentTree {
  const on = preparedOn ?? source.today;
  return document({ title, date: formatEra(on), created: on, ...toTheCity(source.engagement) }, [
    letterHead(),
    paragraph(source.engagement.title, { firstLine: false }),
    ...sections.flatMap((section) => [heading(1, section.title), ...pointBlocks(section.text)]),
  ]);
}

/** Several lines are points, as on the slides. */
function pointBlocks(text: string): Block[] {
  const lines = linesOf(text);
  return lines.length < 2 ? writtenBlocks(text) : [bulletList(lines)];
}
