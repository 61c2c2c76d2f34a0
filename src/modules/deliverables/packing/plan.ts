/**
 * What a package is made of, as one value. The same plan gives the same bytes: whoever asks twice for the same thing on the
 * same day gets the same package, and what two people ask for at the same time is made once.
 */
import { z } from 'zod';
import { DeliverySchema, type DeliveryTask, MEDIA, taskOf } from '../../../core/specification/delivery.ts';
import { sha256Of } from '../../../kernel/canonical.ts';
import { day, id, sha256 } from '../../../kernel/schema.ts';
import { type DeliverableVersion, deliverableFile, edition, type OwedDeliverable } from '../contract.ts';
import { packageVersions } from '../rules.ts';
import { FOLDER_NAME_LIMIT, freePath, packageName } from './names.ts';

export const virusRecord = z.strictObject({
  software: z.string(),
  /** Date or version of the definitions. */
  signatures: z.string(),
  checkedOn: day,
  clean: z.boolean(),
  /** Name of the person who checked; null when the program did it by itself. */
  checker: z.string().nullable(),
  /** What was found, by path in the package. */
  found: z.array(z.strictObject({ path: z.string(), name: z.string() })),
});
export type VirusRecord = z.output<typeof virusRecord>;

const packedFile = z.strictObject({
  path: z.string(),
  title: z.string(),
  version: z.int(),
  fileId: id,
  size: z.int(),
  sha256,
  format: deliverableFile.shape.format,
  /** The name of the file where the package had to change it. */
  original: z.string().nullable(),
  task: z.string().nullable(),
  /** For another reader than the one to whom it is owed: packed, but not bound. Plans of before have none. */
  edition: edition.default('detailed'),
});
export type PackedFile = z.output<typeof packedFile>;

const packedDocument = z.strictObject({
  title: z.string(),
  version: z.int(),
  task: z.string().nullable(),
  formats: z.array(z.string()),
  form: z.string().nullable(),
  copies: z.int().nullable(),
  submittedOn: day.nullable(),
  acceptedOn: day.nullable(),
  edition: edition.default('detailed'),
});
export type PackedDocument = z.output<typeof packedDocument>;

export const packagePlan = z.strictObject({
  engagement: z.strictObject({
    title: z.string(),
    municipality: z.string(),
    department: z.string(),
    contractor: z.string(),
    marking: z.string().nullable(),
  }),
  madeOn: day,
  delivery: DeliverySchema,
  /** The task that is delivered, or null for everything. */
  task: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  disc: z.enum(MEDIA).nullable(),
  bound: z.boolean(),
  /** PDF files that people decided to leave out of the bound copy. */
  leftOut: z.array(id),
  /** The municipality's own delivery note, filled in and uploaded. */
  ownNote: z.strictObject({ fileId: id, path: z.string(), size: z.int(), sha256 }).nullable(),
  files: z.array(packedFile),
  documents: z.array(packedDocument),
  /** Deliverables that are not there in a format that the specification asks for. */
  gaps: z.array(z.string()),
  virus: virusRecord.nullable(),
});
export type PackagePlan = z.output<typeof packagePlan>;

/** A check for viruses holds for exactly the files that were checked. */
export const contentsHash = (files: readonly { readonly sha256: string }[]): string =>
  sha256Of(
    files
      .map((file) => file.sha256)
      .toSorted()
      .join('\n'),
  );

/** Folder of the papers about the package. */
export const PAPERS = '00_納品書類';

const OFFICE: readonly string[] = ['docx', 'xlsx', 'pptx'];

/** The deliverables of one task, or all: what of them goes in, in the order of the specification. */
export function chosenVersions(
  owed: readonly OwedDeliverable[],
  tasks: readonly DeliveryTask[],
  task: string | null,
): { readonly owed: OwedDeliverable; readonly version: DeliverableVersion; readonly task: DeliveryTask | null }[] {
  const all = owed.flatMap((one) =>
    packageVersions([one]).map((version) => ({ owed: one, version, task: taskOf(tasks, one) })),
  );
  const place = (one: (typeof all)[number]): number =>
    one.task === null ? tasks.length : tasks.findIndex(({ id: taskId }) => taskId === one.task?.id);
  const ordered = tasks.length === 0 ? all : all.toSorted((a, b) => place(a) - place(b));
  return task === null ? ordered : ordered.filter((one) => one.task?.id === task);
}

/** Where every file lies, as the specification wants its folders. */
export function packedFiles(
  chosen: ReturnType<typeof chosenVersions>,
  delivery: z.output<typeof DeliverySchema>,
): PackedFile[] {
  const taken = new Set<string>();
  const groups = [...new Set(chosen.map((one) => (delivery.tasks.length > 0 ? groupName(one.task) : one.version.id)))];
  return chosen.flatMap((one) => {
    const key = delivery.tasks.length > 0 ? groupName(one.task) : one.version.id;
    const label = delivery.tasks.length > 0 ? key : one.version.title;
    const number = String(groups.indexOf(key) + 1).padStart(2, '0');
    const folder = packageName(`${number}_${label}`, FOLDER_NAME_LIMIT);
    return one.version.files.map((file): PackedFile => {
      const top = formatFolder(file.format, delivery);
      const path = freePath(top === null ? folder : `${top}/${folder}`, file.name, taken);
      taken.add(path.toLowerCase());
      return {
        path,
        title: one.version.title,
        version: one.version.version,
        fileId: file.fileId,
        size: file.size,
        sha256: file.sha256,
        format: file.format,
        original: path.endsWith(`/${file.name}`) ? null : file.name,
        task: one.task?.id ?? null,
        edition: one.version.edition,
      };
    });
  });
}

/** Titles of the deliverables that lack one of the two formats where both are asked for. */
export function missingFormats(
  chosen: ReturnType<typeof chosenVersions>,
  delivery: z.output<typeof DeliverySchema>,
): string[] {
  if (delivery.folders?.both !== true) return [];
  const { pdf, office } = delivery.folders;
  return chosen.flatMap(({ version }) => {
    // What was made besides for other readers, nobody has asked for in two formats.
    if (version.edition !== 'detailed') return [];
    const formats = version.files.map(({ format }) => format);
    const lacking = [
      ...(formats.includes('pdf') ? [] : [pdf]),
      ...(formats.some((format) => OFFICE.includes(format)) ? [] : [office]),
    ];
    return lacking.map((format) => `${version.title}（${format}）`);
  });
}

function formatFolder(format: string, delivery: z.output<typeof DeliverySchema>): string | null {
  const { folders } = delivery;
  if (folders === undefined) return null;
  if (format === 'pdf') return packageName(folders.pdf, FOLDER_NAME_LIMIT);
  return OFFICE.includes(format) ? packageName(folders.office, FOLDER_NAME_LIMIT) : 'その他の形式';
}

const groupName = (task: DeliveryTask | null): string => (task === null ? 'その他' : taskLabel(task));

/** ①　研修 → ①研修; 全体, whose id says as much as its name, alone. */
export const taskLabel = ({ id: taskId, name }: { readonly id: string; readonly name: string }): string =>
  name.includes(taskId) ? name : `${taskId}${name}`;
