/** Versions of a deliverable: made, reviewed by the lead, submitted, accepted or sent back. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { StoredFile } from '../../../kernel/file.ts';
import type { Context } from '../../../kernel/module.ts';
import {
  type DeliverableFile,
  type deliverablesContract,
  type DeliverableVersion,
  type Edition,
  type OwedDeliverable,
  type Removal,
  REVIEW_POINTS,
} from '../contract.ts';
import { countChapters } from '../documents/business-report.ts';
import { taskOf } from '../../../core/specification/delivery.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { facts } from '../facts.ts';
import { formsOf, inForm, isPaper, providerOf, renderDocument, type Rendered, requireReader } from '../render.ts';
import { checkMove, formatOf, mainFormat, visibleTo } from '../rules.ts';
import {
  finaliseVersion as markFinal,
  insertVersion,
  moveVersion,
  selectVersions,
  type VersionMove,
} from '../store/versions.ts';
import { registerOf } from './register.ts';

type Reader = Awaited<ReturnType<typeof requireReader>>;

type Contract = typeof deliverablesContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function produce(context: Context, input: In<'produce'>): Out<'produce'> {
  const owed = await requireOwed(context, input);
  const provider = providerOf(context, input.type);
  if (provider === null) {
    throw new AppError('state.refused', {
      message: 'この成果物は記録から自動では作れません。手元で作成したファイルを登録してください。',
    });
  }
  // Every format that the specification names and the product can write, and a PDF for reading.
  const formats = provider.formats.filter(
    (format) =>
      (format === 'pdf' || owed.formats.includes(format)) && (input.edition === 'detailed' || isPaper(format)),
  );
  const reader = await requireReader(context, provider, input);
  const version = newVersion(context, owed, reader);
  // Nothing is kept before everything has been read: what the formats have in common is then read once.
  const made: Rendered[] = [];
  for (const format of formats) made.push(await renderDocument(context, provider, { ...input, format }));
  // Where there is no built-in PowerPoint, a form of the city makes one.
  const forms = await formsOf(context, provider, input.engagementId);
  const slides = forms.find((form) => form.format === 'pptx' && form.edition === input.edition);
  if (slides !== undefined && !formats.some((format) => format.endsWith('pptx'))) {
    made.push(await inForm(context, slides, input));
  }
  const counted = input.type === 'business-report' && input.edition === 'detailed';
  const chapters = counted ? await countChapters(context, input.engagementId) : null;
  const files: DeliverableFile[] = [];
  for (const { file, template } of made) {
    files.push({ ...toFile(await context.files.keep(file, `deliverables:${version.id}`)), template });
  }
  // Every format is made from the same edition of the same tree.
  const removed = made[0]?.removed ?? [];
  return save(context, input.engagementId, { ...version, files, chapters, removed: removed.length }, removed);
}

export async function addVersion(context: Context, input: In<'addVersion'>): Out<'addVersion'> {
  const owed = await requireOwed(context, input);
  const version = newVersion(context, owed, { kind: 'detailed' });
  const files: DeliverableFile[] = [];
  for (const fileId of input.fileIds)
    files.push(toFile(await context.files.attach(fileId, `deliverables:${version.id}`)));
  if (!files.some((file) => owed.formats.includes(file.format))) {
    throw fieldError('fileIds', `仕様書が定める形式（${owed.formats.join('、')}）のファイルを含めてください。`);
  }
  return save(context, input.engagementId, { ...version, files, comment: input.comment }, null);
}

export async function review(context: Context, input: In<'review'>): Out<'review'> {
  const missing = REVIEW_POINTS.filter((point) => !input.checked.includes(point));
  if (missing.length > 0) throw fieldError('checked', `次の観点を確かめてください：${missing.join('、')}`);
  const version = await requireVersion(context, input);
  const moved = await move(context, input, version, {
    to: 'reviewed',
    comment: input.comment,
    review: { reviewer: context.caller.accountId, checked: input.checked },
  });
  facts.record(context, 'deliverable.reviewed', {
    engagementId: input.engagementId,
    subject: version.deliverableId,
    data: { ...inFacts(version), reviewer: context.caller.accountId },
  });
  return moved;
}

export async function submit(context: Context, input: In<'submit'>): Out<'submit'> {
  const version = await requireVersion(context, input);
  const owed = await requireOwed(context, { ...version, engagementId: input.engagementId });
  if (!owed.forms.includes(input.form)) throw fieldError('form', 'この成果物では、その提出方法は使えません。');
  const printed = input.form === 'paper' || input.form === 'bound';
  if (printed && input.paper === null) throw fieldError('paper', '用紙の大きさを選んでください。');
  if ((printed || input.form === 'disc') && owed.copies !== null && input.copies < owed.copies) {
    throw fieldError('copies', `${printed ? '書面' : '電子媒体'}で提出する場合は${owed.copies}部が必要です。`);
  }
  const { form, paper, copies } = input;
  const moved = await move(context, input, version, { to: 'submitted', submission: { form, paper, copies } });
  facts.record(context, 'deliverable.submitted', {
    engagementId: input.engagementId,
    subject: version.deliverableId,
    data: {
      ...inFacts(version),
      form,
      format: mainFormat(version.files, owed.formats),
      paper,
      copies,
      chapters: version.chapters,
      about: version.subject,
      ...templatesOf(version),
    },
  });
  return moved;
}

export async function accept(context: Context, input: In<'accept'>): Out<'accept'> {
  return decide(context, input, 'accepted', 'deliverable.accepted');
}

export async function reject(context: Context, input: In<'reject'>): Out<'reject'> {
  return decide(context, input, 'rejected', 'deliverable.rejected');
}

export async function finaliseVersion(context: Context, input: In<'finaliseVersion'>): Out<'finaliseVersion'> {
  const { engagementId } = input;
  const version = await requireVersion(context, input);
  const owed = await requireOwed(context, { ...version, engagementId });
  const newest = owed.versions.findLast(({ state }) => state === 'submitted' || state === 'accepted');
  if (newest?.id !== version.id) {
    throw new AppError('state.refused', {
      message: '最終版にできるのは、提出した最も新しい版だけです。先に提出してください。',
    });
  }
  if (version.finalisedOn !== null) return version;
  const { delivery = { tasks: [] } } = await context.client(engagementContract).getSpecification({ engagementId });
  await markFinal(context.tx, version.id, context.today);
  facts.record(context, 'deliverable.finalised', {
    engagementId,
    subject: version.deliverableId,
    data: { type: version.type, version: version.version, category: taskOf(delivery.tasks, owed)?.id ?? null },
  });
  return { ...version, finalisedOn: context.today };
}

export async function downloadFile(context: Context, input: In<'downloadFile'>): Out<'downloadFile'> {
  const version = await requireVersion(context, input);
  if (!version.files.some((file) => file.fileId === input.fileId)) throw new AppError('file.missing');
  return context.files.open(input.fileId);
}

export async function previewDocument(context: Context, input: In<'previewDocument'>): Out<'previewDocument'> {
  const provider = providerOf(context, input.type);
  const { format, engagementId, subject, edition, departmentId } = input;
  if (provider === null || !provider.formats.includes(format)) throw new AppError('record.missing');
  return (await renderDocument(context, provider, { engagementId, subject, format, edition, departmentId })).file;
}

async function decide(
  context: Context,
  input: { readonly engagementId: string; readonly versionId: string; readonly comment: string },
  to: 'accepted' | 'rejected',
  kind: 'deliverable.accepted' | 'deliverable.rejected',
): Promise<DeliverableVersion> {
  const version = await requireVersion(context, input);
  const moved = await move(context, input, version, { to, comment: input.comment });
  facts.record(context, kind, {
    engagementId: input.engagementId,
    subject: version.deliverableId,
    data: inFacts(version),
  });
  return moved;
}

async function requireOwed(
  context: Context,
  wanted: { readonly engagementId: string; readonly type: string; readonly subject: string | null },
): Promise<OwedDeliverable> {
  const ofType = await registerOf(context, wanted.engagementId, wanted.type);
  const owed = ofType.find((candidate) => candidate.subject === wanted.subject);
  if (owed === undefined) throw new AppError('record.missing', { internal: 'deliverable' });
  return owed;
}

/** A version that the caller may see; the contractor's drafts do not exist for the city. */
export async function requireVersion(
  context: Context,
  wanted: { readonly engagementId: string; readonly versionId: string },
): Promise<DeliverableVersion> {
  const found = await selectVersions(context.tx, wanted.engagementId, { id: wanted.versionId });
  const [version] = visibleTo(context.caller.party, found);
  if (version === undefined) throw new AppError('record.missing', { internal: 'deliverable version' });
  return version;
}

function newVersion(context: Context, owed: OwedDeliverable, reader: Reader): DeliverableVersion {
  const edition = reader.kind;
  const departmentId = reader.kind === 'department' ? reader.department : null;
  const versions =
    edition === 'detailed'
      ? owed.versions
      : owed.editions.find((it) => it.edition === edition && (it.department?.id ?? null) === departmentId)?.versions;
  const last = versions?.at(-1);
  if (last?.state === 'submitted') {
    throw new AppError('state.refused', {
      message: '提出中の版があります。市の検収又は差戻しを待ってから、新しい版を作成してください。',
    });
  }
  return {
    id: context.newId(),
    deliverableId: last?.deliverableId ?? context.newId(),
    type: owed.type,
    subject: owed.subject,
    title: `${owed.name}${owed.subjectName === null ? '' : `（${owed.subjectName}）`}${titleFor(reader)}`,
    version: (last?.version ?? 0) + 1,
    edition,
    state: 'draft',
    files: [],
    chapters: null,
    form: null,
    paper: null,
    copies: null,
    comment: '',
    draftedAt: context.now.toISOString(),
    submittedAt: null,
    decidedAt: null,
    finalisedOn: null,
    departmentId,
    removed: null,
  };
}

const titleFor = (reader: Reader): string =>
  reader.kind === 'department' ? `（${reader.name}分）` : EDITION_TITLES[reader.kind];

const EDITION_TITLES: Readonly<Record<Exclude<Edition, 'department'>, string>> = {
  detailed: '',
  public: '（公表用概要版）',
  executive: '（要約版）',
};

async function save(
  context: Context,
  engagementId: string,
  version: DeliverableVersion,
  removed: readonly Removal[] | null,
): Promise<DeliverableVersion> {
  await insertVersion(context.tx, engagementId, version, removed);
  return version;
}

async function move(
  context: Context,
  input: { readonly engagementId: string; readonly versionId: string },
  version: DeliverableVersion,
  step: Omit<VersionMove, 'from' | 'at'>,
): Promise<DeliverableVersion> {
  checkMove(version, step.to);
  await moveVersion(context.tx, version.id, { ...step, from: version.state, at: context.now });
  return requireVersion(context, input);
}

/** An edition for other readers is not the deliverable that the specification asks for, and does not fulfil it. */
const inFacts = ({ type, edition, version, departmentId }: DeliverableVersion) => ({
  type: edition === 'detailed' ? type : `${type}:${edition}`,
  version,
  ...(departmentId === null ? {} : { department: departmentId }),
});

/** Which forms the files of a version were made in, for the journal. */
function templatesOf({ files }: DeliverableVersion): { readonly templates?: string[] } {
  const templates = files.flatMap(({ template }) => (template === null ? [] : [template.sha256]));
  return templates.length === 0 ? {} : { templates };
}

function toFile(file: StoredFile): DeliverableFile {
  return {
    fileId: file.id,
    name: file.name,
    format: formatOf(file.name),
    size: file.size,
    sha256: file.sha256,
    template: null,
  };
}
