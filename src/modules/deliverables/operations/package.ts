/** The package: what goes in, the record of the check for viruses, and asking for one. It is made in the background. */
import { canonical, sha256Of } from '../../../kernel/canonical.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { StoredFile } from '../../../kernel/file.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { deliverablesContract } from '../contract.ts';
import { DELIVERY_NOTE } from '../documents/delivery-note.ts';
import { facts } from '../facts.ts';
import { formsOf, inForm, providerOf } from '../render.ts';
import { beginPackage, giveUpStale, insertVirusCheck, selectPackages } from '../store/packages.ts';
import { findDiscProgram, NO_DISC_PROGRAM } from '../../../kernel/disc-image.ts';
import { freePath } from '../packing/names.ts';
import {
  chosenVersions,
  contentsHash,
  missingFormats,
  type PackagePlan,
  PAPERS,
  taskLabel,
  type VirusRecord,
} from '../packing/plan.ts';
import { findScanners } from '../packing/virus.ts';
import { PACKAGE_JOB } from './package-job.ts';
import { contentsOf, planOf, recordFor, requireFiles } from './package-plan.ts';

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
  const contents = await contentsOf(context, engagementId, task);
  const { delivery, files } = contents;
  if (task !== null && !delivery.tasks.some(({ id }) => id === task)) {
    throw fieldError('task', 'その作業区分は、この仕様書にありません。');
  }
  requireFiles(contents);
  const virus = await recordFor(context, engagementId, files);
  refuseVirus(virus, delivery.virusCheck?.clause ?? null);
  const plan = planOf(context, contents, {
    task,
    virus,
    disc: discFor(input.disc, delivery),
    bound: input.bound ?? delivery.bound !== undefined,
    leftOut: [...new Set(input.leftOut ?? [])].toSorted(),
    ownNote:
      input.ownNote === undefined || input.ownNote === null
        ? await noteInForm(context, engagementId, task)
        : await ownNoteOf(context, input.ownNote),
  });
  await giveUpStale(context.tx, engagementId, context.now, NEVER_ENDED);
  const begun = await beginPackage(context.tx, engagementId, {
    id: context.newId(),
    plan,
    hash: sha256Of(canonical(sameNote(plan))),
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

async function ownNoteOf(context: Context, fileId: string): Promise<PackagePlan['ownNote']> {
  return noteOf(await context.files.attach(fileId, `deliverables:note:${fileId}`), '納品書（市の様式）');
}

/** The delivery note in the municipality's form, where one is in use; filled from what goes in. */
async function noteInForm(
  context: Context,
  engagementId: string,
  task: string | null,
): Promise<PackagePlan['ownNote']> {
  const provider = providerOf(context, DELIVERY_NOTE);
  if (provider === null) return null;
  const form = (await formsOf(context, provider, engagementId)).find(({ format }) => format !== 'pptx');
  if (form === undefined) return null;
  const { file } = await inForm(context, form, { engagementId, subject: task, departmentId: null });
  return noteOf(await context.files.keep(file, `deliverables:note:${context.newId()}`), '納品書（市の様式）');
}

function noteOf({ id, name, size, sha256 }: StoredFile, title: string): PackagePlan['ownNote'] {
  return { fileId: id, path: freePath(PAPERS, `${title}_${name}`, new Set()), size, sha256 };
}

/** Two people who ask at the same time have their notes filled twice: the same note is the same contents. */
const sameNote = (plan: PackagePlan): unknown => ({
  ...plan,
  ownNote: plan.ownNote === null ? null : { ...plan.ownNote, fileId: null },
});
