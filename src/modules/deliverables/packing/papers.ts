/** The papers of a package as files, Word and PDF of each. */
import { renderDocx, renderPdf, renderXlsx } from '../../../documents/index.ts';
import { contentsList } from '../documents/contents-list.ts';
import { deliveryNote, labelSheet, submittedList, virusPaper } from '../documents/package-papers.ts';
import { type PackagePlan, PAPERS, type VirusRecord } from './plan.ts';

export async function paperFiles(
  plan: PackagePlan,
  virus: VirusRecord | null,
): Promise<{ readonly path: string; readonly bytes: Uint8Array }[]> {
  const trees = [
    deliveryNote(plan, virus),
    submittedList(plan),
    ...(virus === null ? [] : [virusPaper(plan, virus)]),
    labelSheet(plan),
  ].filter((tree) => tree !== null);
  const files = [{ path: `${PAPERS}/納品物目録.xlsx`, bytes: await renderXlsx(contentsList(plan)) }];
  for (const tree of trees) {
    files.push({ path: `${PAPERS}/${tree.title}.docx`, bytes: await renderDocx(tree) });
    files.push({ path: `${PAPERS}/${tree.title}.pdf`, bytes: await renderPdf(tree) });
  }
  return files;
}
