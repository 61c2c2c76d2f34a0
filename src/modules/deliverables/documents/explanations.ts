/** The chapters of the business report on explaining the results (chiba 9(1)オ) and on the final meeting (9(1)カ). */
import { dayOf, formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  cell,
  heading,
  hidden,
  paragraph,
  sensitive,
  table,
  type TableCell,
} from '../../../documents/index.ts';
import type { JournalEntry } from '../../../kernel/fact.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { ChapterProvider, Context } from '../../../kernel/module.ts';
import { providerOf } from '../render.ts';

export const chapters: readonly ChapterProvider[] = [
  {
    topic: 'explanations',
    permission: 'deliverables.read',
    async build(context, engagementId) {
      return resultChapter(await readExplanations(context, engagementId), await departmentNames(context, engagementId));
    },
  },
  {
    topic: 'report-meeting',
    permission: 'deliverables.read',
    async build(context, engagementId) {
      return reportMeetingChapter(await readExplanations(context, engagementId));
    },
  },
];

/** A meeting at which something was explained, as the journal tells. */
export interface Explanation {
  readonly type: string;
  readonly day: string;
  readonly mode: string;
  readonly department: string | null;
  readonly audience: string | null;
}

export interface Explanations {
  readonly meetings: readonly Explanation[];
  /** Departments that the city decided need no explanation. */
  readonly waived: readonly { readonly department: string; readonly day: string }[];
}

async function readExplanations(context: Context, engagementId: string): Promise<Explanations> {
  return explanationsOf(await readFacts(context.tx, { engagementId, kinds: ['meeting.held', 'explanation.waived'] }));
}

export function explanationsOf(facts: readonly JournalEntry[]): Explanations {
  return {
    meetings: facts
      .filter(({ kind }) => kind === 'meeting.held')
      .map(({ data, at }) => ({
        type: String(data['type']),
        day: textOf(data['occurredOn']) ?? dayOf(at),
        mode: textOf(data['mode']) ?? '対面',
        department: textOf(data['department']),
        audience: textOf(data['audience']),
      }))
      .toSorted((a, b) => a.day.localeCompare(b.day)),
    waived: facts
      .filter(({ kind }) => kind === 'explanation.waived')
      .map(({ data, at }) => ({ department: textOf(data['department']) ?? '', day: dayOf(at) })),
  };
}

/** Names of the audited departments, from the module that writes their result notices. */
async function departmentNames(context: Context, engagementId: string): Promise<ReadonlyMap<string, string>> {
  const provider = providerOf(context, 'result-notice');
  if (provider?.subjects === undefined) return new Map();
  return new Map((await provider.subjects(context, engagementId)).map(({ id, title }) => [id, title]));
}

const DAY = sensitive('監査対象課の予定が分かる記載');

export function resultChapter({ meetings, waived }: Explanations, names: ReadonlyMap<string, string>): Block[] {
  const toCiso = meetings.filter(({ type }) => type === 'ciso-result');
  const toSections = meetings.filter(({ type }) => type === 'section');
  const order = [...names.keys()];
  // The public reads the place of a department among those audited, as in the other chapters.
  const nameOf = (department: string | null): TableCell => {
    const name = names.get(department ?? '');
    if (name === undefined) return cell('監査対象課');
    return cell([hidden(name, sensitive('監査対象課の名称', `対象課${order.indexOf(department ?? '') + 1}`))]);
  };
  return [
    heading(2, 'CISOへの説明'),
    paragraph(
      toCiso.length === 0
        ? '監査結果の説明の記録は、まだありません。'
        : `${daysText(toCiso)}に、監査結果通知案の内容を最高情報セキュリティ責任者（CISO）に至るまで説明しました。`,
    ),
    heading(2, '監査対象課への説明'),
    paragraph(sectionsText(toSections.length, waived.length)),
    ...(toSections.length + waived.length === 0
      ? []
      : [
          table({
            columns: [{ width: '1fr' }, { width: 40, marks: DAY }, { width: 34 }, { width: 34, marks: DAY }],
            header: ['監査対象課', '説明した日', '方法', '備考'],
            rows: [
              ...toSections.map(({ department, day, mode }) => [nameOf(department), formatEra(day), mode, '']),
              ...waived.map(({ department, day }) => [
                nameOf(department),
                '―',
                '―',
                `${formatEra(day)}に説明不要と決定`,
              ]),
            ],
          }),
        ]),
  ];
}

export function reportMeetingChapter({ meetings }: Explanations): Block[] {
  const held = meetings.filter(({ type }) => type === 'report');
  if (held.length === 0) return [paragraph('事業報告会の記録は、まだありません。')];
  const audience = [...new Set(held.flatMap((meeting) => (meeting.audience === null ? [] : [meeting.audience])))];
  return [
    paragraph(
      `${daysText(held)}に事業報告会に出席し、自ら作成した事業報告書の案を、${
        audience.length === 0 ? '最高情報セキュリティ責任者（CISO）に至るまで' : `${audience.join('、')}に`
      }説明しました。`,
    ),
  ];
}

function sectionsText(explained: number, waived: number): string {
  if (explained + waived === 0) return '監査対象課への説明の記録は、まだありません。';
  const done = explained === 0 ? '' : `${explained}課に監査結果を説明しました。`;
  return waived === 0 ? done : `${done}発注者が説明を要しないと判断した${waived}課には、説明を行っていません。`;
}

/** 令和9年2月22日（対面）、令和9年2月24日（オンライン） */
function daysText(meetings: readonly Explanation[]): string {
  return meetings.map(({ day, mode }) => `${formatEra(day)}（${mode}）`).join('、');
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
