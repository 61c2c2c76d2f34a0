/** The package: what goes in, the record of the check for viruses, and asking for one. It is made in the background. */
import { canonical, sha256Of } from '../../../kernel/canonical.ts';
import { dayOf } from '../../../core/calendar/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { deliverablesContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { beginPackage, giveUpStale, insertVirusCheck, lastVirusCheck, selectPackages } from '../store/packages.ts';
import { findDiscProgram, NO_DISC_PROGRAM } from '../../../kernel/disc-image.ts';
import { freePath } from '../packing/names.ts';
import {
  chosenVersions,
  contentsHash,
  missingFormats,
  packedFiles,
  type PackagePlan,
  PAPERS,
  taskLabel,
  type VirusRecord,
} from '../packing/plan.ts';
import { findScanners } from '../packing/virus.ts';
import { PACKAGE_JOB } from './package-job.ts';
import { registerOf } from './register.ts';

type Contract = typeof deliverablesContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

const NEVER_ENDED = '作成が終わりませんでした。もう一度作成してください。';

export async function getPackage(context: Context, input: In<'getPackage'>): Out<'getPackage'> {
  const { engagementId } = input;
  const { delivery, owed, chosen, files } = await contentsOf(context, engagementId, input.task ?? null);
  const all = chosenVersions(owed, delivery.tasks, null);
  const virus = await recordFor(context, engagementId, files);
  return {
    delivery,
    tasks: delivery.tasks
      .map((task) => ({
        id: task.id,
        label: taskLabel(task),
        entries: all.filter((one) => one.task?.id === task.id).length,
      }))
      .filter(({ entries }) => entries > 0),
    entries: files.map(({ title, version, task, path, size }) => ({ title, version, task: task ?? '', path, size })),
    gaps: missingFormats(chosen, delivery),
    virus:
      virus === null
        ? null
        : {
            software: virus.software,
            signatures: virus.signatures,
            checkedOn: virus.checkedOn,
            clean: virus.clean,
          },
    scanner: findScanners().length > 0,
    discMissing: findDiscProgram() === null ? NO_DISC_PROGRAM : null,
    packages: await selectPackages(context.tx, engagementId),
  };
}

export async function makePackage(context: Context, input: In<'makePackage'>): Out<'makePackage'> {
  const { engagementId } = input;
  const task = input.task ?? null;
  const { delivery, engagement, chosen, files } = await contentsOf(context, engagementId, task);
  if (task !== null && !delivery.tasks.some(({ id }) => id === task)) {
    throw fieldError('task', 'その作業区分は、この仕様書にありません。');
  }
  if (files.length === 0) {
    throw new AppError('state.refused', {
      message: '提出済みの成果物がまだありません。提出してからまとめてください。',
    });
  }
  const virus = await recordFor(context, engagementId, files);
  refuseVirus(virus, delivery.virusCheck?.clause ?? null);
  const named = delivery.tasks.find(({ id }) => id === task);
  const plan: PackagePlan = {
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
    disc: discFor(input.disc, delivery),
    bound: input.bound ?? delivery.bound !== undefined,
    leftOut: [...new Set(input.leftOut ?? [])].toSorted(),
    ownNote: await ownNoteOf(context, input.ownNote ?? null),
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
    virus,
  };
  await giveUpStale(context.tx, engagementId, context.now, NEVER_ENDED);
  const begun = await beginPackage(context.tx, engagementId, {
    id: context.newId(),
    plan,
    hash: sha256Of(canonical(plan)),
    at: context.now,
  });
  if (begun.isNew) {
    await context.jobs.add({ kind: PACKAGE_JOB, payload: { packageId: begun.id, engagementId } });
  }
  return { packageId: begun.id, state: begun.state };
}

export async function recordVirusCheck(context: Context, input: In<'recordVirusCheck'>): Out<'recordVirusCheck'> {
  const { engagementId, software, signatures, checkedOn, clean, comment } = input;
  if (checkedOn > context.today) throw fieldError('checkedOn', '検査を実施した日は、今日までの日付にしてください。');
  const { files } = await contentsOf(context, engagementId, input.task ?? null);
  if (files.length === 0) throw new AppError('state.refused', { message: '検査する成果物がまだ提出されていません。' });
  const checkId = context.newId();
  const check = { software, signatures, checkedOn, clean };
  const contents = contentsHash(files);
  await insertVirusCheck(
    context.tx,
    engagementId,
    { id: checkId, contents, ...check, comment, checkedBy: context.caller.accountId },
    context.now,
  );
  facts.record(context, 'delivery.virus-checked', {
    engagementId,
    subject: checkId,
    data: { software, signatures, occurredOn: checkedOn, clean, task: input.task ?? null, contents },
  });
  return check;
}

export async function downloadPackage(context: Context, input: In<'downloadPackage'>): Out<'downloadPackage'> {
  const { engagementId, packageId, part = 'zip' } = input;
  await context.client(engagementContract).getEngagement({ engagementId });
  const made = (await selectPackages(context.tx, engagementId)).find(
    ({ id, state }) => state === 'ready' && (packageId === undefined || id === packageId),
  );
  if (made === undefined) {
    throw new AppError('state.refused', {
      message: '納品一式がまだできていません。作成してから、もう一度お試しください。',
    });
  }
  const file = made.parts.find(({ kind }) => kind === part);
  if (file === undefined) throw new AppError('file.missing');
  return context.files.openStream(file.fileId);
}

async function contentsOf(context: Context, engagementId: string, task: string | null) {
  const engagements = context.client(engagementContract);
  const engagement = await engagements.getEngagement({ engagementId });
  const { delivery = { tasks: [] } } = await engagements.getSpecification({ engagementId });
  // Both parties pack what the city has received, whoever asks.
  const owed = await registerOf(context, engagementId);
  const chosen = chosenVersions(owed, delivery.tasks, task);
  return { engagement, delivery, owed, chosen, files: packedFiles(chosen, delivery) };
}

async function recordFor(
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

function refuseVirus(virus: VirusRecord | null, clause: string | null): void {
  if (virus !== null && !virus.clean) {
    throw new AppError('state.refused', {
      message:
        'ウイルス検査で検出があったと記録されているため、納品一式は作れません。ファイルを差し替えて提出し直し、改めて検査を記録してください。',
    });
  }
  if (virus === null && clause !== null && findScanners().length === 0) {
    throw new AppError('state.refused', {
      message: `仕様書 ${clause} がウイルス検査の記録を求めています。検査のソフトウェア、定義ファイル、実施した日及び結果を記録してから作成してください。`,
    });
  }
}

/** As asked; otherwise the first medium of the specification, where the machine can write an image. */
function discFor(asked: In<'makePackage'>['disc'], { media }: PackagePlan['delivery']): PackagePlan['disc'] {
  if (asked === undefined) return media === undefined || findDiscProgram() === null ? null : (media.kinds[0] ?? null);
  if (asked !== null && findDiscProgram() === null) throw fieldError('disc', NO_DISC_PROGRAM);
  return asked;
}

async function ownNoteOf(context: Context, fileId: string | null): Promise<PackagePlan['ownNote']> {
  if (fileId === null) return null;
  const file = await context.files.attach(fileId, `deliverables:note:${fileId}`);
  const path = freePath(PAPERS, `納品書（市の様式）_${file.name}`, new Set());
  return { fileId, path, size: file.size, sha256: file.sha256 };
}
