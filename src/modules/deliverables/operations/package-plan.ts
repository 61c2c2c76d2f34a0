/** What goes into a package, read from the register: for making it, and for the note that goes along. */
import { dayOf } from '../../../core/calendar/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { lastVirusCheck } from '../store/packages.ts';
import {
  chosenVersions,
  contentsHash,
  missingFormats,
  packedFiles,
  type PackagePlan,
  type VirusRecord,
} from '../packing/plan.ts';
import { registerOf } from './register.ts';

type Contents = Awaited<ReturnType<typeof contentsOf>>;

/** What a person decides about a package. */
type Asked = Pick<PackagePlan, 'disc' | 'bound' | 'leftOut' | 'ownNote' | 'virus'> & { readonly task: string | null };

export function planOf(context: Context, contents: Contents, asked: Asked): PackagePlan {
  const { delivery, engagement, chosen, files } = contents;
  const named = delivery.tasks.find(({ id }) => id === asked.task);
  return {
    ...asked,
    engagement: {
      title: engagement.title,
      municipality: engagement.municipality,
      department: engagement.client.department,
      contractor: engagement.contractor,
      marking: engagement.marking,
    },
    madeOn: context.today,
    delivery,
    task: named === undefined ? null : { id: named.id, name: named.name },
    files,
    documents: chosen.map(({ version, task: of }) => ({
      title: version.title,
      version: version.version,
      task: of?.id ?? null,
      edition: version.edition,
      formats: [...new Set(version.files.map(({ format }) => format))],
      form: version.form,
      copies: version.copies,
      submittedOn: version.submittedAt === null ? null : dayOf(version.submittedAt),
      acceptedOn: version.state === 'accepted' && version.decidedAt !== null ? dayOf(version.decidedAt) : null,
    })),
    gaps: missingFormats(chosen, delivery),
  };
}

/** The plan as the specification asks for it, for the note alone. @throws AppError while nothing is handed in */
export async function notePlan(context: Context, engagementId: string, task: string | null): Promise<PackagePlan> {
  const contents = await contentsOf(context, engagementId, task);
  requireFiles(contents);
  const { delivery, files } = contents;
  const [disc = null] = delivery.media?.kinds ?? [];
  const virus = await recordFor(context, engagementId, files);
  return planOf(context, contents, {
    ...{ task, virus, disc, leftOut: [], ownNote: null },
    bound: delivery.bound !== undefined,
  });
}

export function requireFiles({ files }: Contents): void {
  if (files.length > 0) return;
  throw new AppError('state.refused', { message: '提出済みの成果物がまだありません。提出してからまとめてください。' });
}

export async function contentsOf(context: Context, engagementId: string, task: string | null) {
  const engagements = context.client(engagementContract);
  const engagement = await engagements.getEngagement({ engagementId });
  const { delivery = { tasks: [] } } = await engagements.getSpecification({ engagementId });
  // Both parties pack what the city has received, whoever asks.
  const owed = await registerOf(context, engagementId);
  const chosen = chosenVersions(owed, delivery.tasks, task);
  return { engagement, delivery, owed, chosen, files: packedFiles(chosen, delivery) };
}

export async function recordFor(
  context: Context,
  engagementId: string,
  files: readonly { readonly sha256: string }[],
): Promise<VirusRecord | null> {
  const check = await lastVirusCheck(context.tx, engagementId, contentsHash(files));
  if (check === null) return null;
  const names = await context.namesOf([check.checkedBy]);
  const { software, signatures, checkedOn, clean } = check;
  return { software, signatures, checkedOn, clean, checker: names.get(check.checkedBy) ?? '受託者', found: [] };
}
