/** The working papers of one audit, and those of all audits of individual numbers in one volume (kyoto). */
import { document, type DocumentTree, heading, pageBreak } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context, DocumentProvider } from '../../../kernel/module.ts';
import type { AuditView } from '../contract.ts';
import { paperGaps } from './gaps.ts';
import { clientOf, readSource, type Source, subjectOf } from './source.ts';
import { type Paper, workingPapersTree } from './working-papers.ts';

const missing = (message: string): AppError => new AppError('record.missing', { message });

const auditsOf = async (context: Context, engagementId: string) =>
  (await clientOf(context).getProgramme({ engagementId })).audits;

/** Refuses while the caller may not read the papers, or there are none. */
async function papersOf(context: Context, auditId: string): Promise<Paper[]> {
  const { rows, visible } = await clientOf(context).listCheckRows({ auditId });
  if (!visible) throw missing('監査調書は、まだ市に示されていません。監査責任者が示すと作れるようになります。');
  const papers: Paper[] = [];
  for (const { id, state } of rows)
    if (state === 'in-scope') papers.push(await clientOf(context).getPaper({ checkId: id }));
  if (papers.length === 0) throw missing('確認項目がまだないため、監査調書を作れません。');
  return papers;
}

/** Every audit begins a page; the head of the first is that of the volume. */
async function volume(context: Context, source: Source, audits: readonly AuditView[]): Promise<DocumentTree> {
  const trees: DocumentTree[] = [];
  for (const audit of audits) trees.push(workingPapersTree(source, audit, await papersOf(context, audit.id)));
  const [first, ...rest] = trees;
  if (first === undefined) throw missing('特定個人情報の監査がまだ登録されていません。');
  const { blocks, ...particulars } = first;
  return document(particulars, [
    ...blocks,
    ...rest.flatMap((tree, index) => [
      pageBreak(),
      heading(1, audits[index + 1]?.departmentName ?? '', { numbered: false }),
      // The letterhead stands once.
      ...tree.blocks.slice(1),
    ]),
  ]);
}

export const workingPaperDocuments: readonly DocumentProvider[] = [
  {
    kind: 'working-paper',
    title: '監査調書',
    formats: ['docx', 'pdf'],
    permission: 'audit.read',
    gaps: paperGaps,
    perSubject: '監査の対象',
    subjects: async (context, engagementId) =>
      (await auditsOf(context, engagementId)).map(({ id, departmentName }) => ({ id, title: departmentName })),
    async build(context, request) {
      const source = await readSource(context, request.engagementId);
      const audit = await clientOf(context).getAudit({ auditId: subjectOf(request) });
      return workingPapersTree(source, audit, await papersOf(context, audit.id));
    },
  },
  {
    kind: 'my-number-working-paper',
    title: '特定個人情報の外部監査の監査調書',
    formats: ['docx', 'pdf'],
    permission: 'audit.read',
    async gaps(context, request) {
      const all = await auditsOf(context, request.engagementId);
      const own = all.filter(({ programme, state }) => programme.factType === 'my-number' && state !== 'preparing');
      const gaps = [];
      for (const { id } of own) gaps.push(...(await paperGaps(context, { ...request, subject: id })));
      return gaps;
    },
    async build(context, { engagementId }) {
      const all = await auditsOf(context, engagementId);
      const own = all.filter(({ programme, state }) => programme.factType === 'my-number' && state !== 'preparing');
      return volume(context, await readSource(context, engagementId), own);
    },
  },
];
