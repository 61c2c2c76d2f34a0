/** The verifications as a spreadsheet. */
import { engagementOf, exportedList } from '../../../kernel/list.ts';
import { choiceColumn, dayColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import { verificationContract, type VerificationView } from '../contract.ts';
import { VERIFICATION_STATE_NAMES } from '../labels.ts';
import { spoken } from '../rules/plan.ts';

const count = ({ run }: VerificationView): number | null =>
  run === null ? null : run.vulnerabilities.high + run.vulnerabilities.medium + run.vulnerabilities.low;

const verificationList = exportedList<VerificationView>({
  id: 'verifications',
  title: '技術的検証の一覧',
  answers: ['listVerifications'],
  scope: 'engagement',
  permission: 'verification.read',
  because: '検証は、計画の提出、市の承認、実施の順に画面で進め、それぞれの日付と記録を残します。',
  records: async (context, scope) =>
    (await context.client(verificationContract).listVerifications({ engagementId: engagementOf(scope) })).verifications,
  key: ({ id }) => id,
  columns: [
    textColumn('target', '監査の対象', 30, ({ targetName }) => targetName),
    choiceColumn('state', '状態', 16, VERIFICATION_STATE_NAMES, ({ state }) => state),
    textColumn('from', '実施する時間の始まり', 20, ({ windowFrom }) => spoken(windowFrom)),
    textColumn('to', '実施する時間の終わり', 20, ({ windowTo }) => spoken(windowTo)),
    textColumn('tool', '道具', 24, ({ tool }) => tool),
    dayColumn('approvedOn', '承認した日', ({ approvedOn }) => approvedOn),
    textColumn('toolVersion', '道具の版', 16, ({ run }) => run?.toolVersion ?? null),
    numberColumn('vulnerabilities', '検出した数', 12, count),
    numberColumn('disturbances', '支障', 8, ({ disturbances }) => disturbances.length),
  ],
});

export const lists: readonly ListProvider[] = [verificationList];
export const noLists = {
  getVerification: '検証一件であり、一覧に含まれる。計画書と実施記録は文書として取り出す。',
} as const;
