/** Uploads looked at and read; they stay uploads that nobody uses, and go with the next sweep. */
import { type FoundFile, readManyFiles } from '../../../importers/many-files.ts';
import { AppError, ERROR_CATALOGUE } from '../../../kernel/error.ts';
import type { StoredFile } from '../../../kernel/file.ts';
import type { Context } from '../../../kernel/module.ts';
import { asksForFiles, FILE_BYTES, type WantedFile } from '../rules/attachment.ts';
import { type FileProblem, findSecret, type ReadFile } from '../store.ts';
import { formHashOf, type Reception } from './common.ts';
import { type Destination, type FileReading, readFile } from './read-file.ts';

export async function readUploads(
  context: Context,
  reception: Reception,
  fileIds: readonly string[],
): Promise<ReadFile[]> {
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const fileId of fileIds) {
    files.push(
      await context.attempt(
        async () => {
          await context.files.attach(fileId, 'answer-file');
          return context.files.open(fileId);
        },
        { keep: false },
      ),
    );
  }
  const to: Destination = {
    campaignId: reception.campaign.id,
    form: reception.form,
    formHash: formHashOf(reception.form),
    secret: await findSecret(context.tx, reception.campaign.id),
    respondents: new Set(reception.respondents.map(({ respondentId }) => respondentId)),
    now: context.now,
  };
  const contents = asksForFiles(reception.form);
  const read: ReadFile[] = [];
  for (const found of await readManyFiles(files, { contents })) {
    const source = fileIds[found.source] ?? '';
    const reading = await withFilesInside(context, readFile(found, to));
    const alone = contents && reading.channel === null ? await aloneIn(context, found, source) : null;
    const refusal = typeof alone === 'string' ? [{ item: null, place: '', message: alone }] : null;
    read.push({
      ...reading,
      problems: refusal ?? reading.problems,
      source,
      fileId: alone === null || typeof alone === 'string' ? null : alone.id,
    });
  }
  return read;
}

const TOO_LARGE = `大きすぎます。添付できるのは一つ${FILE_BYTES / 1024 / 1024}MBまでです。`;

/** Files inside a sheet become uploads, as far as the rules of uploads allow. */
async function withFilesInside(
  context: Context,
  { inside, ...reading }: FileReading,
): Promise<Omit<ReadFile, 'source' | 'fileId'>> {
  const wanted: WantedFile[] = [...reading.wanted];
  const problems: FileProblem[] = [...reading.problems];
  for (const { bytes, ...file } of inside) {
    const { number: item, name } = file;
    const received = bytes.length > FILE_BYTES ? TOO_LARGE : await receive(context, name, bytes);
    if (typeof received === 'string')
      problems.push({ item, place: '', message: `問${item}：「${name}」　${received}` });
    else wanted.push({ ...file, name: received.name, fileId: received.id });
  }
  return { ...reading, wanted, problems };
}

/** What is no sheet may be a file that a sheet names: the upload that holds it, or why it may not. */
async function aloneIn(
  context: Context,
  { name, content, sha256 }: FoundFile,
  source: string,
): Promise<{ readonly id: string } | string | null> {
  if (content !== undefined) return receive(context, name, Buffer.from(content, 'base64'));
  const upload = await context.files.open(source);
  // Only what was sent by itself is its own upload.
  return upload.sha256 === sha256 ? { id: source } : null;
}

/** The upload that a file becomes, or the sentence why it may not. */
export async function receive(context: Context, name: string, bytes: Uint8Array): Promise<StoredFile | string> {
  try {
    return await context.attempt(() => context.files.receive(name, bytes));
  } catch (error) {
    if (!(error instanceof AppError) || ERROR_CATALOGUE[error.code].status >= 500) throw error;
    return error.detail.message ?? ERROR_CATALOGUE[error.code].message;
  }
}
