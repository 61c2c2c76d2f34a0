/** The WBS out as a spreadsheet and in again: looked at first, then taken in as a whole or not at all. */
import { createHash } from 'node:crypto';
import type { OutputOf, ParsedInputOf } from '../../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../../kernel/error.ts';
import type { Context } from '../../../../kernel/module.ts';
import { renderPdf, renderXlsx } from '../../../../documents/index.ts';
import { readListFile } from '../../../../importers/list-file.ts';
import { peopleContract } from '../../../people/contract.ts';
import type { engagementContract, EngagementProfile, Task } from '../../contract.ts';
import { masterScheduleTree, masterScheduleWorkbook } from '../../documents/master-schedule.ts';
import { readMasterSource } from '../../documents/master-source.ts';
import { facts } from '../../facts.ts';
import { readWbsEdit, type WbsEdit } from '../../imports/wbs-import.ts';
import { editableWbs } from '../../imports/wbs-workbook.ts';
import { planFingerprint } from '../../rules/wbs.ts';
import { requireEngagement } from '../../store.ts';
import { selectTasks } from '../../store-tasks.ts';
import { calendarFor, saveWbs } from './save.ts';

type Contract = typeof engagementContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function downloadWbs(context: Context, input: In<'downloadWbs'>): Out<'downloadWbs'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  const tasks = await selectTasks(context.tx, engagement.id);
  const { departments } = await context.client(peopleContract).listDepartments({});
  const tree = editableWbs({ engagement, tasks, departments, today: context.today });
  return { name: 'WBS（編集用）.xlsx', mediaType: XLSX, bytes: await renderXlsx(tree) };
}

export async function downloadMasterSchedule(
  context: Context,
  input: In<'downloadMasterSchedule'>,
): Out<'downloadMasterSchedule'> {
  const source = await readMasterSource(context, input.engagementId);
  return input.format === 'xlsx'
    ? { name: '大日程表.xlsx', mediaType: XLSX, bytes: await renderXlsx(masterScheduleWorkbook(source)) }
    : { name: '大日程表.pdf', mediaType: 'application/pdf', bytes: await renderPdf(masterScheduleTree(source)) };
}

export async function previewWbsImport(context: Context, input: In<'previewWbsImport'>): Out<'previewWbsImport'> {
  const { edit, tasks } = await readEdit(context, input);
  return { ...edit.preview, basis: basisOf(tasks) };
}

export async function importWbs(context: Context, input: In<'importWbs'>): Out<'importWbs'> {
  const { edit, tasks, engagement } = await readEdit(context, input);
  if (basisOf(tasks) !== input.basis) {
    throw new AppError('state.refused', {
      message: '確かめた後にWBSが変更されています。もう一度ファイルの内容を確かめてから取り込んでください。',
    });
  }
  const { refused } = edit.preview;
  if (refused.length > 0) {
    throw new AppError('state.refused', {
      message: `受け付けられないところが${refused.length}件あります。示された行と列を直したファイルを選び直してください。`,
    });
  }
  const { changes } = await saveWbs(context, engagement, tasks, edit.next);
  const counts = { added: changes.added.length, changed: changes.changed.length, removed: changes.removed.length };
  facts.record(context, 'wbs.imported', { engagementId: engagement.id, subject: engagement.id, data: counts });
  return counts;
}

async function readEdit(
  context: Context,
  { engagementId, fileId }: { readonly engagementId: string; readonly fileId: string },
): Promise<{ readonly edit: WbsEdit; readonly tasks: readonly Task[]; readonly engagement: EngagementProfile }> {
  const engagement = await requireEngagement(context.tx, engagementId);
  const tasks = await selectTasks(context.tx, engagement.id);
  const { departments } = await context.client(peopleContract).listDepartments({});
  // Refuses a file that another person has sent, or that belongs to another record.
  const { mediaType } = await context.files.attach(fileId, `wbs/${engagementId}`);
  if (mediaType !== XLSX) throw fieldError('fileId', 'Excel（.xlsx）のファイルを選んでください。');
  const { bytes } = await context.files.open(fileId);
  const sheets = await readListFile(bytes);
  const calendar = await calendarFor(context, engagement);
  return {
    edit: readWbsEdit(sheets, { engagement, tasks, departments, calendar, newId: context.newId }),
    tasks,
    engagement,
  };
}

/** Changes whenever a task is saved, added, removed or moved. */
function basisOf(tasks: readonly Task[]): string {
  const state = JSON.stringify([planFingerprint(tasks), tasks.map(({ id, version }) => [id, version])]);
  return createHash('sha256').update(state).digest('hex');
}
