/** Papers of the checklists. Their kinds are the deliverable types of the specifications. */
import type { RecordType } from '../../../core/programme/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { gap } from '../../../kernel/gap.ts';
import type { Context, DocumentProvider } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { checklistContract, type ChecklistHead } from '../contract.ts';
import { checklistTree, checklistWorkbook, formsTree, formsWorkbook, type PaperSource } from './papers.ts';

interface Paper {
  readonly kind: string;
  readonly title: string;
  readonly type: RecordType;
}

const CHECKLISTS: readonly Paper[] = [
  { kind: 'internal-checklist', title: '内部監査チェックリスト', type: 'internal' },
  { kind: 'my-number-checklist', title: 'マイナンバー監査チェックリスト', type: 'my-number' },
  { kind: 'external-audit-checklist', title: '監査チェックリスト', type: 'external' },
  { kind: 'audit-checklist', title: '監査チェックリスト', type: 'external' },
  { kind: 'asset-audit-checklist', title: '外部監査チェックリスト（情報資産及び特定個人情報）', type: 'asset' },
  { kind: 'system-audit-checklist', title: '外部監査チェックリスト（情報システム）', type: 'system' },
  { kind: 'vendor-site-checklist', title: '保守拠点監査チェックリスト', type: 'vendor-site' },
];
const FORMS: Paper = { kind: 'internal-forms', title: '内部監査様式', type: 'internal' };

async function versions(context: Context, engagementId: string, type: RecordType): Promise<ChecklistHead[]> {
  const { checklists } = await context.client(checklistContract).listChecklists({ engagementId });
  return checklists.filter(({ recordType }) => recordType === type);
}

async function sourceOf(
  context: Context,
  engagementId: string,
  { type, title }: Paper,
  subject: string | null,
): Promise<PaperSource> {
  const own = await versions(context, engagementId, type);
  const wanted =
    subject === null ? own.findLast(({ state }) => state !== 'superseded') : own.find(({ id }) => id === subject);
  if (wanted === undefined)
    throw new AppError('record.missing', {
      message: 'チェックリストがまだありません。監査チェックリストの画面で案を作ってください。',
    });
  const client = context.client(checklistContract);
  return {
    engagement: await context.client(engagementContract).getEngagement({ engagementId }),
    today: context.today,
    title: title === FORMS.title ? title : wanted.title,
    view: await client.getChecklist({ checklistId: wanted.id }),
    changes: await client.compareChecklist({ checklistId: wanted.id }),
  };
}

const provider = (paper: Paper, build: (source: PaperSource, format: string) => unknown): DocumentProvider => ({
  kind: paper.kind,
  title: paper.title,
  formats: ['docx', 'pdf', 'xlsx'],
  permission: 'checklist.read',
  async gaps(context, { engagementId }) {
    const newest = (await versions(context, engagementId, paper.type)).findLast(({ state }) => state !== 'superseded');
    const href = `/engagements/${engagementId}/checklists`;
    return gap(
      newest !== undefined && newest.state !== 'agreed' ? 1 : 0,
      '市がまだ合意していないチェックリストです。',
      href,
    );
  },
  async build(context, { engagementId, subject, format }) {
    return build(await sourceOf(context, engagementId, paper, subject), format);
  },
});

export const documents: readonly DocumentProvider[] = [
  ...CHECKLISTS.map((paper) =>
    provider(paper, (source, format) => (format === 'xlsx' ? checklistWorkbook(source) : checklistTree(source))),
  ),
  provider(FORMS, (source, format) => (format === 'xlsx' ? formsWorkbook(source) : formsTree(source))),
];
