/** Pure decisions about the contractor's security duties. */
import type { Day } from '../../core/calendar/index.ts';
import type { DutyConditions } from './conditions.ts';
import type { Entry, Kind } from './records.ts';

/** All records of the module by kind. */
export type Records = { readonly [K in Kind]: readonly Entry<K>[] };

/** What is still lacking before a member may handle level 3 assets. Clauses 10(1), 10(3)-p2, 10(4), 10(6). */
export function lackingForLevel3(memberId: string, records: Records): readonly string[] {
  const lacking: string[] = [];
  if (!records.acknowledgement.some((entry) => entry.memberId === memberId)) lacking.push('規程の確認');
  if (!records['handler-notice'].some(({ handlers }) => handlers.some((handler) => handler.memberId === memberId))) {
    lacking.push('情報取扱従事者としての通知');
  }
  if (!records.training.some(({ attendees }) => attendees.includes(memberId))) lacking.push('研修の受講');
  if (!records.confidentiality.some((entry) => entry.memberId === memberId)) lacking.push('守秘の誓約');
  return lacking;
}

/** True while the member may handle level 3 assets. */
export const mayHandleLevel3 = (memberId: string, records: Records): boolean =>
  records.grant.some((grant) => grant.memberId === memberId && grant.revokedOn === null);

/** The person who answers for level 3 assets now, or undefined. */
export const currentManager = (records: Records): Entry<'information-manager'> | undefined =>
  records['information-manager'].find(({ endedOn }) => endedOn === null);

/** What must come before a level 3 asset may be received, as sentences' ends; empty when nothing is lacking. */
export function lackingForReceipt(records: Records, conditions: DutyConditions): readonly string[] {
  const lacking: string[] = [];
  if (currentManager(records) === undefined) lacking.push('情報管理責任者の選任');
  const unprevented = conditions.measures.prevents.filter(
    (danger) => !records.measure.some(({ prevents }) => prevents.includes(danger)),
  );
  if (unprevented.length > 0) lacking.push(`${unprevented.join('・')}を防ぐ措置の登録`);
  return lacking;
}

/** Materials and copies that are neither returned nor erased. */
export function unsettled(records: Records): {
  readonly materials: readonly Entry<'material'>[];
  readonly copies: readonly Entry<'copy'>[];
} {
  return {
    materials: records.material.filter(({ returnedOn, erased }) => returnedOn === null && erased === null),
    copies: records.copy.filter(({ state }) => state === 'made'),
  };
}

/** Whether a cloud service may hold data of the engagement on the day. */
export function cloudUsable(service: Entry<'cloud-service'>, day: Day): boolean {
  return service.state === 'in-use' && (service.validTo === null || service.validTo >= day);
}

export type DutyState = 'done' | 'open' | 'not-due';

export interface DutyLine {
  readonly clause: string;
  readonly title: string;
  readonly state: DutyState;
  readonly explanation: string;
  /** The page on which the duty is carried out. */
  readonly page: 'basics' | 'handlers' | 'training' | 'subcontracts' | 'materials' | 'incidents' | 'inspections';
}

export interface Moment {
  readonly today: Day;
  readonly periodTo: Day;
  /** Ids of the members in the team today. */
  readonly members: readonly string[];
}

/** The duties of clause 10 with what is done and what is open. */
export function overview(records: Records, conditions: DutyConditions, moment: Moment): readonly DutyLine[] {
  return [...basics(records, conditions, moment), ...people(records, conditions, moment), ...assets(records, moment)];
}

const line = (page: DutyLine['page'], clause: string, title: string, open: string | null, done: string): DutyLine => ({
  page,
  clause,
  title,
  state: open === null ? 'done' : 'open',
  explanation: open ?? done,
});

const ended = ({ today, periodTo }: Moment): boolean => today > periodTo;

function basics(records: Records, conditions: DutyConditions, moment: Moment): readonly DutyLine[] {
  const silent = moment.members.filter((id) => !records.acknowledgement.some(({ memberId }) => memberId === id));
  const measures = lackingForReceipt(records, conditions).filter((lacking) => lacking.includes('措置'));
  const documents = records['security-document'].filter(({ submittedOn }) => submittedOn === null);
  const late = documents.filter(({ due }) => due < moment.today);
  const services = records['cloud-service'].filter(({ state }) => state === 'in-use');
  const expired = services.filter((service) => !cloudUsable(service, moment.today));
  return [
    line(
      'basics',
      conditions.rules.clause,
      '規程の遵守の確認',
      silent.length === 0 ? null : `規程を確認していない担当者が${silent.length}人います。`,
      '全員が規程を確認しています。',
    ),
    line(
      'basics',
      conditions.measures.clause,
      '事故を防ぐ措置',
      measures.length === 0 ? null : `${measures.join('、')}が必要です。`,
      `${records.measure.length}件の措置を登録しています。`,
    ),
    line(
      'basics',
      '10(1)-p4',
      '情報セキュリティに係る書類の提出',
      documents.length === 0
        ? null
        : `未提出の書類が${documents.length}件あります。${late.length === 0 ? '' : `うち${late.length}件は期限を過ぎています。`}`,
      '期限の定められた書類は、すべて提出しています。',
    ),
    line(
      'basics',
      conditions.cloud.clause,
      'クラウドサービスの利用条件',
      expired.length === 0 ? null : `証明の期限が切れたサービスが${expired.length}件あります。`,
      services.length === 0
        ? 'この業務ではクラウドサービスを使っていません。'
        : `${services.length}件のサービスすべてに有効な証明があります。`,
    ),
  ];
}

function people(records: Records, conditions: DutyConditions, moment: Moment): readonly DutyLine[] {
  const manager = currentManager(records);
  const notified = new Set(
    records['handler-notice'].flatMap(({ handlers }) => handlers.map(({ memberId }) => memberId)),
  );
  const unnamed = moment.members.filter((id) => !notified.has(id));
  const trained = new Set(records.training.flatMap(({ attendees }) => attendees));
  const untrained = moment.members.filter((id) => !trained.has(id));
  const unreported = records.training.filter(({ state }) => state === 'held');
  const unsigned = moment.members.filter((id) => !records.confidentiality.some(({ memberId }) => memberId === id));
  const evidenced = new Set(records['confidentiality-evidence'].flatMap(({ members }) => members));
  const unevidenced = records.confidentiality.filter(({ memberId }) => !evidenced.has(memberId));
  const places = records.workplace.filter(({ state }) => state === 'requested');
  const subcontracts = records.subcontract.filter(({ state }) => state !== 'refused' && state !== 'ended');
  const waiting = subcontracts.filter(({ state }) => state !== 'started');
  const declared = records['no-subcontract'].length > 0;
  return [
    line(
      'handlers',
      conditions.manager.clause,
      conditions.manager.role,
      manager !== undefined && moment.members.includes(manager.memberId)
        ? null
        : `${conditions.manager.role}を選任してください。`,
      `${conditions.manager.role}を選任しています。`,
    ),
    line(
      'handlers',
      '10(3)-p2',
      '情報取扱従事者の通知',
      unnamed.length === 0 ? null : `発注者に通知していない担当者が${unnamed.length}人います。`,
      '全員を発注者に通知しています。',
    ),
    line(
      'handlers',
      '10(3)-p3',
      '庁舎外の作業場所',
      places.length === 0 ? null : `発注者の承諾を待っている作業場所が${places.length}件あります。`,
      records.workplace.length === 0
        ? '庁舎外の作業場所の届出はありません。'
        : '届け出た作業場所は、すべて判断済みです。',
    ),
    line(
      'training',
      conditions.training.clause,
      '従業員の研修',
      untrained.length > 0
        ? `研修を受けていない担当者が${untrained.length}人います。`
        : unreported.length > 0
          ? '実施した研修を発注者に報告してください。'
          : null,
      '全員が研修を受け、発注者に報告しています。',
    ),
    line(
      'training',
      conditions.confidentiality.clause,
      '守秘の誓約と書面の提出',
      unsigned.length > 0
        ? `誓約していない担当者が${unsigned.length}人います。`
        : unevidenced.length > 0
          ? `了知させたことが分かる書面を提出していない担当者が${unevidenced.length}人います。`
          : null,
      '全員が誓約し、書面を提出しています。',
    ),
    line(
      'subcontracts',
      conditions.subcontract.clause,
      '再委託',
      waiting.length > 0
        ? `手続の途中の再委託が${waiting.length}件あります。`
        : subcontracts.length === 0 && !declared
          ? '再委託の申請か、再委託をしない旨の申告をしてください。'
          : null,
      subcontracts.length === 0 ? '再委託をしない旨を申告しています。' : '承諾を得た再委託だけを行っています。',
    ),
  ];
}

function assets(records: Records, moment: Moment): readonly DutyLine[] {
  const { materials, copies } = unsettled(records);
  const open = materials.length + copies.length;
  const unreported = ended(moment) && open === 0 && records['disposal-report'].length === 0;
  const incidents = records.incident.filter(({ state }) => state !== 'completed' && state !== 'reported');
  const waiting = records.inspection.filter(({ state }) => state === 'requested');
  const inspected = records.inspection.some(({ state }) => state === 'held');
  const materialLine: DutyLine = {
    page: 'materials',
    clause: '10(8)',
    title: '返還・引渡し・消去',
    state: open === 0 && records['disposal-report'].length > 0 ? 'done' : ended(moment) ? 'open' : 'not-due',
    explanation:
      open > 0
        ? `手元にある資料等が${materials.length}件、複製が${copies.length}件あります。`
        : unreported
          ? '返還・消去を発注者に報告してください。'
          : '手元に残っている資料等はありません。',
  };
  const noIncident = records.incident.length === 0 && records['no-incident'].length === 0;
  return [
    materialLine,
    {
      page: 'incidents',
      clause: '10(9)',
      title: '緊急時の報告',
      state: incidents.length > 0 ? 'open' : noIncident && !ended(moment) ? 'not-due' : noIncident ? 'open' : 'done',
      explanation:
        incidents.length > 0
          ? `報告又は指示への対応が済んでいない事故が${incidents.length}件あります。`
          : noIncident
            ? '事故の記録はありません。契約の終わりに、なかった旨を申告してください。'
            : '報告と指示への対応が済んでいます。',
    },
    {
      page: 'inspections',
      clause: '10(11)',
      title: '検査',
      state: waiting.length > 0 ? 'open' : inspected ? 'done' : 'not-due',
      explanation:
        waiting.length > 0
          ? `回答していない検査の求めが${waiting.length}件あります。`
          : inspected
            ? '検査を受けています。'
            : '検査はまだ行われていません。',
    },
  ];
}
