/** Documents of the follow-up. Their kinds are the deliverable types of the specifications, and some for every contract. */
import type { Context, DocumentProvider } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { improvementContract, type PlanView } from '../contract.ts';
import { missing } from './common.ts';
import { planGaps, supportGaps } from './gaps.ts';
import { followUpTree, improvementTree, reportWorkbook } from './reports.ts';
import { SHEET_TITLE, sheetTree, sheetWorkbook } from './sheet.ts';
import { SUPPORT_TITLE, supportTree, supportWorkbook } from './support.ts';

const headOf = async (context: Context, engagementId: string) => ({
  engagement: await context.client(engagementContract).getEngagement({ engagementId }),
  today: context.today,
});

/** Plans that were not given up, of one kind of audit where one is meant. */
async function plansOf(context: Context, engagementId: string, type: string | null): Promise<PlanView[]> {
  const { plans } = await context.client(improvementContract).listPlans({ engagementId });
  const own = plans.filter(({ state, audit }) => state !== 'cancelled' && (type === null || audit.type === type));
  if (own.length === 0)
    throw missing('改善計画がまだありません。改善の画面で、発見事項から改善計画書シートを作ってください。');
  return own;
}

const sheet: DocumentProvider = {
  kind: 'improvement-sheet',
  title: SHEET_TITLE,
  formats: ['xlsx', 'docx', 'pdf'],
  permission: 'improvement.read',
  gaps: planGaps(null),
  async build(context, { engagementId, subject, format }) {
    const plans = await plansOf(context, engagementId, null);
    const wanted = subject === null ? plans : plans.filter(({ id }) => id === subject);
    if (wanted.length === 0)
      throw missing('この改善計画は取りやめているか、ほかの契約のものです。一覧を開き直してください。');
    const head = await headOf(context, engagementId);
    return format === 'xlsx' ? sheetWorkbook(head, wanted) : sheetTree(head, wanted);
  },
};

const support: DocumentProvider = {
  kind: 'improvement-support-record',
  title: SUPPORT_TITLE,
  formats: ['docx', 'xlsx', 'pdf'],
  permission: 'improvement.read',
  gaps: supportGaps,
  async build(context, { engagementId, format }) {
    const { records } = await context.client(improvementContract).listSupport({ engagementId });
    if (records.length === 0) throw missing('支援の記録がまだありません。支援記録の画面で登録してください。');
    const head = await headOf(context, engagementId);
    return format === 'xlsx' ? supportWorkbook(head, records) : supportTree(head, records);
  },
};

interface Report {
  readonly kind: string;
  readonly title: string;
  /** The kind of audits; null for all of the contract. */
  readonly type: string | null;
  readonly made: typeof improvementTree;
}

const REPORTS: readonly Report[] = [
  {
    kind: 'internal-improvement',
    title: '情報セキュリティ内部監査改善報告書',
    type: 'internal',
    made: improvementTree,
  },
  {
    kind: 'internal-followup',
    title: '情報セキュリティ内部監査フォローアップ結果報告書',
    type: 'internal',
    made: followUpTree,
  },
  {
    kind: 'my-number-followup',
    title: 'マイナンバー内部監査のフォローアップ結果報告書',
    type: 'my-number',
    made: followUpTree,
  },
  { kind: 'improvement-report', title: '改善状況報告書', type: null, made: improvementTree },
  { kind: 'follow-up-report', title: 'フォローアップ報告書', type: null, made: followUpTree },
];

const reports = REPORTS.map(({ kind, title, type, made }): DocumentProvider => ({
  kind,
  title,
  formats: ['docx', 'pdf', 'xlsx'],
  permission: 'improvement.read',
  gaps: planGaps(type),
  async build(context, { engagementId, format }) {
    const plans = await plansOf(context, engagementId, type);
    const head = await headOf(context, engagementId);
    return format === 'xlsx' ? reportWorkbook(head, title, plans) : made(head, title, plans);
  },
}));

export const documents: readonly DocumentProvider[] = [sheet, support, ...reports];
