/** Pure decisions of the meetings module. */
import { addDays, type Calendar, type Day, formatEra, type Weekday, weekdayOf } from '../../core/calendar/index.ts';
import { clauseLabel } from '../../core/specification/index.ts';

export interface RegularPlan {
  readonly from: Day;
  readonly to: Day;
  /** Monday = 1 … Friday = 5. */
  readonly weekday: Weekday;
  readonly everyWeeks: number;
}

/**
 * Days of the regular meeting: every n-th week on the weekday, from the first one on or after `from`. Where the office is
 * closed, the next open day before the following regular day is taken; when there is none inside the period, none.
 */
export function regularDays(plan: RegularPlan, calendar: Calendar): readonly Day[] {
  const days: Day[] = [];
  const ahead = (plan.weekday - weekdayOf(plan.from) + 7) % 7;
  for (let day = addDays(plan.from, ahead); day <= plan.to; day = addDays(day, plan.everyWeeks * 7)) {
    const open = calendar.nextOpen(day);
    if (open <= plan.to && open < addDays(day, plan.everyWeeks * 7)) days.push(open);
  }
  return days;
}

/** A fact as the progress report counts it. */
export interface CountedFact {
  readonly kind: string;
  readonly day: Day;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Line {
  readonly group: string;
  readonly kind: string;
  readonly say: (count: number) => string;
}

const times = (what: string) => (count: number) => `${what}（${count}件）`;

/** What the report says of each kind of fact, in the order in which it is said. Kinds not named are not reported. */
const LINES: readonly Line[] = [
  { group: '計画及び体制', kind: 'plan.submitted', say: times('作業計画書を提出しました') },
  { group: '計画及び体制', kind: 'plan.approved', say: times('作業計画書の承認を受けました') },
  { group: '計画及び体制', kind: 'member-change.decided', say: times('担当者の変更申請について判断を受けました') },
  { group: '自己点検及び予備調査', kind: 'campaign.opened', say: times('調査の実施を開始しました') },
  { group: '自己点検及び予備調査', kind: 'response.submitted', say: (n) => `所属からの回答を${n}件受け付けました` },
  { group: '自己点検及び予備調査', kind: 'campaign.closed', say: times('調査を締め切りました') },
  { group: '監査', kind: 'departments.selected', say: times('監査対象課を選定しました') },
  { group: '監査', kind: 'audit-policy.agreed', say: times('監査の方針について合意しました') },
  { group: '監査', kind: 'document-request.sent', say: times('資料の提出を依頼しました') },
  { group: '監査', kind: 'document.received', say: times('資料を受領しました') },
  { group: '監査', kind: 'hearing.held', say: times('ヒアリングを実施しました') },
  { group: '監査', kind: 'visit.held', say: times('現場確認を実施しました') },
  { group: '監査', kind: 'check.judged', say: (n) => `点検項目${n}件の判定を記録しました` },
  { group: '監査', kind: 'contract-check.completed', say: times('外部サービスの契約の確認を終えました') },
  { group: '監査', kind: 'finding.drafted', say: (n) => `発見事項${n}件を整理しました` },
  { group: '監査', kind: 'finding.confirmed', say: (n) => `発見事項${n}件の事実確認を終えました` },
  { group: '監査', kind: 'result-notice.drafted', say: (n) => `監査結果通知案${n}件を作成しました` },
  { group: 'ポリシー関連資料の支援', kind: 'support.advised', say: times('助言を行いました') },
  { group: '納品', kind: 'deliverable.submitted', say: times('納品物を提出しました') },
  { group: '納品', kind: 'deliverable.accepted', say: times('納品物の検収を受けました') },
  { group: '情報セキュリティに係る義務', kind: 'staff-training.held', say: times('従業員の研修を実施しました') },
  { group: '情報セキュリティに係る義務', kind: 'security-document.submitted', say: times('書類を提出しました') },
  { group: '情報セキュリティに係る義務', kind: 'incident.reported', say: times('事故又はそのおそれを報告しました') },
  { group: '情報セキュリティに係る義務', kind: 'inspection.held', say: times('検査を受けました') },
];

/** Kinds that the progress report looks for. */
export const REPORTED_KINDS: readonly string[] = [...new Set(LINES.map(({ kind }) => kind)), 'task.progressed'];

export interface ReportInput {
  readonly since: Day;
  readonly until: Day;
  readonly facts: readonly CountedFact[];
  readonly openActions: readonly { readonly text: string; readonly due: Day | null }[];
}

/** The text of a progress report: what happened since the last meeting, by group, then what is still to do. */
export function progressText({ since, until, facts, openActions }: ReportInput): string {
  const inside = facts.filter(({ day }) => day > since && day <= until);
  const groups = [...new Set(LINES.map(({ group }) => group))].flatMap((group) => {
    const lines = LINES.filter((line) => line.group === group).flatMap(({ kind, say }) => {
      const count = inside.filter((fact) => fact.kind === kind).length;
      return count === 0 ? [] : [`・${say(count)}。`];
    });
    return lines.length === 0 ? [] : [`【${group}】`, ...lines];
  });
  const finished = new Set(
    inside
      .filter(({ kind, data }) => kind === 'task.progressed' && data['status'] === 'done')
      .map(({ data }) => String(data['clause'])),
  );
  const tasks =
    finished.size === 0
      ? []
      : ['【作業項目の完了】', `・仕様書の${[...finished].map(clauseLabel).join('、')}の作業を終えました。`];
  const done = [...groups, ...tasks];
  const actions = openActions.map(({ text, due }) => `・${text}${due === null ? '' : `（期限：${formatEra(due)}）`}`);
  return [
    `対象期間：${formatEra(addDays(since, 1))}から${formatEra(until)}まで`,
    '',
    '１　実施した事項',
    ...(done.length === 0 ? ['この期間に記録された事項はありません。'] : done),
    '',
    '２　残っている事項',
    ...(actions.length === 0 ? ['前回までの打合せで決めた事項に、残っているものはありません。'] : actions),
  ].join('\n');
}
