/** Uploads looked at and read; they stay uploads that nobody uses, and go with the next sweep. */
import { type FoundFile, readManyFiles } from '../../../importers/many-files.ts';
import type { Context } from '../../../kernel/module.ts';
import { findSecret, type ReadFile } from '../store.ts';
import { formHashOf, type Reception } from './common.ts';
import { type Destination, readFile } from './read-file.ts';

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
  return (await readManyFiles(files)).map((found: FoundFile) => readFile(found, to));
}
