/**
 * The records that duties are usually about, as one chooses them in a form. Further kinds can be written in the YAML text;
 * a form shows and keeps them.
 */
export type EventKind = {
  readonly kind: string;
  readonly label: string;
  readonly group: string;
  /** What can be chosen among: a document, a kind of meeting, qualifications. */
  readonly of?: 'deliverable' | 'meeting' | 'qualification';
  /** How long it holds, when it is asked for as a condition. */
  readonly holds?: Readonly<Record<string, string>>;
};

const group = (name: string, kinds: readonly Omit<EventKind, 'group'>[]): EventKind[] =>
  kinds.map((one) => ({ ...one, group: name }));

const VALID = { key: 'member', validFrom: 'validFrom', validTo: 'validTo' };

export const EVENTS: readonly EventKind[] = [
  ...group('成果物', [
    { kind: 'deliverable.reviewed', label: '成果物の主任担当者による確認', of: 'deliverable' },
    { kind: 'deliverable.submitted', label: '成果物の提出', of: 'deliverable' },
    { kind: 'deliverable.accepted', label: '成果物の検収', of: 'deliverable' },
    { kind: 'deliverable.rejected', label: '成果物の差戻し', of: 'deliverable' },
    { kind: 'package.made', label: '納品一式の作成' },
    { kind: 'defect.recorded', label: '契約不適合の記録' },
    { kind: 'defect.corrected', label: '契約不適合の手直し' },
  ]),
  ...group('計画', [
    { kind: 'engagement.created', label: '業務委託の登録' },
    { kind: 'plan.submitted', label: '作業計画書の提出' },
    { kind: 'plan.approved', label: '作業計画書の承認' },
    { kind: 'wbs.generated', label: 'WBSの作成' },
    { kind: 'point.agreed', label: '協議事項の決定' },
    { kind: 'work.recorded', label: '作業の記録' },
  ]),
  ...group('会議', [
    { kind: 'meeting.scheduled', label: '会議の日程の決定', of: 'meeting' },
    { kind: 'meeting.materials-sent', label: '会議の資料の送付' },
    { kind: 'meeting.held', label: '会議の開催', of: 'meeting' },
    { kind: 'minutes.submitted', label: '議事録の提出' },
    { kind: 'minutes.approved', label: '議事録の承認' },
    { kind: 'information.provided', label: '情報の提供' },
  ]),
  ...group('相談', [
    { kind: 'consultation.received', label: '相談の受付' },
    { kind: 'consultation.triaged', label: '相談の回答者の決定' },
    { kind: 'consultation.answered', label: '相談への回答' },
    { kind: 'consultation.visited', label: '相談のための訪問' },
    { kind: 'consultation.cap-exceeded-approved', label: '相談の上限を超える受付の確認' },
  ]),
  ...group('体制', [
    { kind: 'member.assigned', label: '従事者の配置' },
    { kind: 'lead.appointed', label: '主任担当者の選任' },
    { kind: 'role.appointed', label: '役割の選任' },
    { kind: 'qualification.registered', label: '資格の登録', of: 'qualification', holds: VALID },
    { kind: 'experience.registered', label: '業務経験の登録', holds: { key: 'member' } },
    {
      kind: 'firm-credential.registered',
      label: '事業者の認証等の登録',
      holds: { validFrom: 'validFrom', validTo: 'validTo' },
    },
    { kind: 'independence.declared', label: '独立性の申告', holds: { key: 'member' } },
    { kind: 'member-change.requested', label: '担当者の変更の申請' },
    { kind: 'member-change.decided', label: '担当者の変更の可否の決定' },
  ]),
  ...group('受託者の義務', [
    { kind: 'confidentiality.signed', label: '守秘義務の誓約' },
    { kind: 'staff-training.held', label: '従事者への研修の実施' },
    { kind: 'staff-training.reported', label: '研修の実施報告' },
    { kind: 'subcontract.requested', label: '再委託の申請' },
    { kind: 'subcontract.decided', label: '再委託の可否の決定' },
    { kind: 'subcontract.started', label: '再委託の開始' },
    { kind: 'material.received', label: '資料の受領' },
    { kind: 'material.returned', label: '資料の返還' },
    { kind: 'disposal.reported', label: '返還・廃棄等の報告' },
    { kind: 'incident.noticed', label: '事故の認知' },
    { kind: 'incident.reported', label: '事故の報告' },
    { kind: 'inspection.requested', label: '検査の求め' },
    { kind: 'inspection.answered', label: '検査の求めへの回答' },
  ]),
  ...group('監査', [
    { kind: 'departments.selected', label: '監査対象課の選定' },
    { kind: 'audit-policy.drafted', label: '監査方針の作成' },
    { kind: 'audit-policy.agreed', label: '監査方針の合意' },
    { kind: 'check.judged', label: '点検項目の判定' },
    { kind: 'hearing.held', label: 'ヒアリングの実施' },
    { kind: 'visit.held', label: '現場確認の実施' },
    { kind: 'finding.confirmed', label: '発見事項の確認' },
    { kind: 'result-notice.drafted', label: '監査結果通知案の作成' },
    { kind: 'campaign.opened', label: '調査の開始' },
    { kind: 'campaign.closed', label: '調査の締切り' },
  ]),
];

/** The field of a record by which one chooses among documents, meetings or qualifications. */
export const CHOSEN_BY = { deliverable: 'type', meeting: 'type', qualification: 'code' } as const;

/** Fields of records that a duty asks for, by what they are called. */
export const RECORD_FIELDS: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'copies', label: '部数' },
  { value: 'form', label: '提出の形' },
  { value: 'approved', label: '承諾' },
  { value: 'participants', label: '参加者' },
  { value: 'minutes', label: '時間（分）' },
  { value: 'mode', label: '開催の方法' },
  { value: 'occurredOn', label: '行った日' },
];
