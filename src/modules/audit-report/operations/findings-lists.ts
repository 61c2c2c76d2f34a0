/** Lists of findings: set so that they fit one sheet, counted from the file, kept with their files. */
import { pageCount, renderFile, renderPdf } from '../../../documents/index.ts';
import { AppError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { changedOf } from '../../../kernel/record-store.ts';
import { engagementOf } from '../../engagement/contract.ts';
import {
  chartCount,
  LIST_COLUMNS,
  LIST_SIZES,
  type ListSource,
  listTree,
  listWithCharts,
  listWorkbook,
} from '../documents/findings-list.ts';
import { findingsLists } from '../store/stores.ts';
import { facts, type H, type ProgrammeInUse, programmeOf, programmesOf } from './common.ts';
import { collect } from './material.ts';

export const listFindingsLists: H<'listFindingsLists'> = async (context, { engagementId }) => {
  await engagementOf(context, engagementId);
  const all = await findingsLists.list(context.tx, { engagementId });
  const programmes = [];
  for (const inUse of await programmesOf(context, engagementId)) {
    if (titleOf(inUse) === null) continue;
    programmes.push({
      programmeId: inUse.id,
      programme: inUse.programme.title,
      title: titleOf(inUse) ?? '',
      findings: (await collect(context, inUse, null)).findings.length,
      made: all
        .filter(({ programmeId }) => programmeId === inUse.id)
        .map(({ id, position, content }) => ({ id, number: position, ...content })),
    });
  }
  return { programmes };
};

/** Programmes with a list among their papers, or with a report whose findings somebody may want to see on one page. */
function titleOf({ programme }: ProgrammeInUse): string | null {
  if (programme.kind === 'focus-theme') return null;
  return programme.documents.find(({ kind }) => kind === 'findings-list')?.title ?? '監査指摘事項一覧表';
}

export async function listSource(context: Context, inUse: ProgrammeInUse): Promise<ListSource> {
  return {
    engagement: await engagementOf(context, inUse.engagementId),
    title: titleOf(inUse) ?? '監査指摘事項一覧表',
    material: await collect(context, inUse, null),
    today: context.today,
  };
}

/** The largest letters with which the list stands on one page. @throws AppError when even the smallest are too large */
export async function fittingSize(source: ListSource): Promise<{ readonly size: number; readonly pages: number }> {
  let pages = 0;
  for (const size of LIST_SIZES) {
    pages = await pageCount(await renderPdf(listTree(source, size)));
    if (pages === 1) return { size, pages };
  }
  throw refuse(
    `一覧表は、文字を最小の${LIST_SIZES.at(-1)}ポイントにしても${pages}枚になり、A4判1枚に収まりません。発見事項の題名、リスク及び改善の方法を短くしてください。`,
  );
}

export const makeFindingsList: H<'makeFindingsList'> = async (context, { programmeId }) => {
  const inUse = await programmeOf(context, programmeId);
  const { engagementId } = inUse;
  const source = await listSource(context, inUse);
  if (source.material.targets.length === 0)
    throw refuse('監査の対象がまだないため、一覧表を作れません。先に監査計画の画面で対象を決めてください。');
  const { size, pages } = await fittingSize(source);
  const position =
    (await findingsLists.list(context.tx, { engagementId })).filter((one) => one.programmeId === programmeId).length +
    1;
  const files = [];
  for (const [format, tree] of [
    ['pdf', listWithCharts(source, size)],
    ['xlsx', listWorkbook(source)],
  ] as const) {
    const file = await context.files.keep(
      await renderFile(tree, format, source.title),
      `audit-report:list:${programmeId}`,
    );
    files.push({ fileId: file.id, name: file.name, format });
  }
  const content = {
    findings: source.material.findings.length,
    charts: chartCount(source),
    columns: [...LIST_COLUMNS],
    ...{ paper: 'A4', pages, madeOn: context.today, files },
  };
  const saved = await findingsLists.insert(context, {
    ...{ engagementId, programmeId, targetId: null, state: 'made', position, content },
  });
  const { findings, charts, columns, paper } = content;
  facts.record(context, 'findings-list.made', {
    engagementId,
    subject: saved.id,
    data: { type: inUse.programme.recordType, findings, charts, columns, paper, pages },
  });
  return { ...changedOf(saved), pages };
};

export const downloadFindingsList: H<'downloadFindingsList'> = async (context, { listId, fileId }) => {
  const { content } = await findingsLists.get(context.tx, listId);
  if (!content.files.some((file) => file.fileId === fileId)) throw new AppError('file.missing');
  return context.files.open(fileId);
};
