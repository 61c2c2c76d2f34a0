/** Files of the standards: the texts that were handed over, and the list of what applies. */
import { formatEraShort } from '../../../core/calendar/index.ts';
import { renderFile } from '../../../documents/index.ts';
import type { FileReply, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { standardsContract } from '../contract.ts';
import { LIST_TITLE, listDocument, listWorkbook, readList } from '../documents/standards-list.ts';
import { selectStandards } from '../store.ts';

type In<K extends keyof (typeof standardsContract)['operations']> = ParsedInputOf<typeof standardsContract, K>;

export async function downloadStandard(context: Context, input: In<'downloadStandard'>): Promise<FileReply> {
  const standards = await selectStandards(context.tx, input.engagementId);
  const fileId = standards.find((standard) => standard.id === input.standardId)?.fileId ?? null;
  if (fileId === null) throw new AppError('record.missing', { internal: 'standard without file' });
  const { name, mediaType, bytes } = await context.files.open(fileId);
  return { name, mediaType, bytes };
}

export async function downloadList(context: Context, { engagementId, format }: In<'downloadList'>): Promise<FileReply> {
  const list = await readList(context, engagementId);
  const tree = format === 'xlsx' ? listWorkbook(list) : listDocument(list);
  return renderFile(tree, format, `${LIST_TITLE}_${formatEraShort(context.today)}`);
}
