/** What an edition leaves out, and the editions that a department reads as its own. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { deliverablesContract } from '../contract.ts';
import { ownVersions } from '../rules.ts';
import { selectRemoved, selectVersions } from '../store/versions.ts';
import { requireVersion } from './versions.ts';

type Contract = typeof deliverablesContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function listRemoved(context: Context, input: In<'listRemoved'>): Out<'listRemoved'> {
  const { id } = await requireVersion(context, input);
  return { removed: await selectRemoved(context.tx, id) };
}

export async function listOwn(context: Context, { engagementId }: In<'listOwn'>): Out<'listOwn'> {
  return {
    versions: (await ownOf(context, engagementId)).map(
      ({ id, title, version, files, submittedAt, decidedAt, departmentId }) => ({
        id,
        title,
        version,
        files,
        submittedAt,
        decidedAt,
        departmentId,
      }),
    ),
  };
}

export async function downloadOwn(context: Context, input: In<'downloadOwn'>): Out<'downloadOwn'> {
  const version = (await ownOf(context, input.engagementId)).find(({ id }) => id === input.versionId);
  if (version?.files.some(({ fileId }) => fileId === input.fileId) !== true) throw new AppError('file.missing');
  return context.files.open(input.fileId);
}

async function ownOf(context: Context, engagementId: string): Promise<ReturnType<typeof ownVersions>> {
  await context.client(engagementContract).getEngagement({ engagementId });
  return ownVersions(await selectVersions(context.tx, engagementId), context.caller.departmentIds);
}
