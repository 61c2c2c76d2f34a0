/** What the progress report says of each kind of fact, whichever capability records it. Data, in the order of the report. */
export interface Line {
  readonly group: string;
  readonly kind: string;
  readonly say: (count: number) => string;
}

const times = (what: string) => (count: number) => `${what}（${count}件）`;

/** What the report says of each kind of fact, in the order in which it is said. Kinds not named are not reported. */
export const LINES: readonly Line[] = [
  { group: '計画及び体制', kind: 'plan.submitted', say: times('作業計画書を提出しました') },
  { group: '計画及び体制', kind: 'plan.approved', say: times('作業計画書の承認を受けました') },
  { group: '計画及び体制', kind: 'wbs.replanned', say: times('遅れに応じて日程を組み直しました') },
  { group: '計画及び体制', kind: 'milestone.reached', say: times('節目に達しました') },
  { group: '計画及び体制', kind: 'role.appointed', say: times('担当を定めました') },
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
  { group: '相談及び問合せへの対応', kind: 'consultation.received', say: (n) => `相談${n}件を受け付けました` },
  { group: '相談及び問合せへの対応', kind: 'consultation.answered', say: (n) => `相談${n}件に回答しました` },
  { group: '相談及び問合せへの対応', kind: 'consultation.visited', say: times('訪問して相談に応じました') },
  { group: '相談及び問合せへの対応', kind: 'consultation-summary.issued', say: times('相談の集計を報告しました') },
  { group: '納品', kind: 'deliverable.submitted', say: times('納品物を提出しました') },
  { group: '納品', kind: 'deliverable.accepted', say: times('納品物の検収を受けました') },
  { group: '情報セキュリティに係る義務', kind: 'staff-training.held', say: times('従業員の研修を実施しました') },
  { group: '情報セキュリティに係る義務', kind: 'security-document.submitted', say: times('書類を提出しました') },
  { group: '情報セキュリティに係る義務', kind: 'oath.submitted', say: times('誓約書を提出しました') },
  { group: '情報セキュリティに係る義務', kind: 'carry-out.taken', say: times('承諾を得て資料を持ち出しました') },
  { group: '情報セキュリティに係る義務', kind: 'carry-out.returned', say: times('持ち出した資料を返しました') },
  { group: '情報セキュリティに係る義務', kind: 'erasure.certified', say: times('情報の消去を証明しました') },
  { group: '情報セキュリティに係る義務', kind: 'incident.reported', say: times('事故又はそのおそれを報告しました') },
  { group: '情報セキュリティに係る義務', kind: 'inspection.held', say: times('検査を受けました') },
  { group: '打合せ及び課題', kind: 'minutes.approved', say: times('議事録の承認を受けました') },
  { group: '打合せ及び課題', kind: 'issue.opened', say: (n) => `課題${n}件を課題管理表に加えました` },
  { group: '打合せ及び課題', kind: 'issue.closed', say: (n) => `課題${n}件の対応を終えました` },
];
