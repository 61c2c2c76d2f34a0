/** Decisions about deliverables from values alone. */
import type { JournalEntry } from '../../kernel/fact.ts';
import type { DeliveryConditions } from '../../core/specification/delivery.ts';
import { AppError, type FieldProblem } from '../../kernel/error.ts';
import type { Delivery } from './contract/delivery.ts';
import type { DeliverableFile, DeliverableVersion, OwedDeliverable } from './contract.ts';

export interface Subject {
  readonly id: string;
  readonly title: string;
}

/** Where the subjects of a deliverable that is owed several times come from: facts of these kinds, by subject or field. */
const SUBJECT_FACTS: Readonly<Record<string, readonly { readonly kind: string; readonly field: string | null }[]>> = {
  department: [
    { kind: 'departments.selected', field: 'departments' },
    { kind: 'audit-target.agreed', field: 'departments' },
  ],
  hearing: [{ kind: 'hearing.held', field: null }],
  visit: [{ kind: 'visit.held', field: null }],
  contract: [{ kind: 'contract.designated', field: null }],
  meeting: [{ kind: 'meeting.held', field: null }],
  training: [{ kind: 'staff-training.planned', field: null }],
};

/** The subject ids that a deliverable is owed for so far, oldest first. */
export function subjectsOwed(per: string, facts: readonly JournalEntry[]): string[] {
  const sources = SUBJECT_FACTS[per] ?? [];
  const found = facts.flatMap((fact) => {
    const source = sources.find(({ kind }) => kind === fact.kind);
    if (source === undefined) return [];
    const value = source.field === null ? fact.subject : fact.data[source.field];
    return Array.isArray(value) ? value.map(String) : [String(value)];
  });
  return [...new Set(found)];
}

/** The kinds that `subjectsOwed` reads. */
export const SUBJECT_KINDS: readonly string[] = Object.values(SUBJECT_FACTS).flatMap((sources) =>
  sources.map(({ kind }) => kind),
);

const NEXT: Readonly<Record<DeliverableVersion['state'], readonly DeliverableVersion['state'][]>> = {
  draft: ['reviewed'],
  reviewed: ['submitted'],
  submitted: ['accepted', 'rejected'],
  accepted: [],
  rejected: [],
};

const FIRST: Readonly<Record<DeliverableVersion['state'], string>> = {
  draft: '先に新しい版を作成してください。',
  reviewed: '先に主任担当者が確認してください。',
  submitted: '先に受託者が提出してください。',
  accepted: '',
  rejected: '',
};

/** @throws AppError `state.refused` saying what must come first. */
export function checkMove(version: DeliverableVersion, to: DeliverableVersion['state']): void {
  if (NEXT[version.state].includes(to)) return;
  const needed = (Object.keys(NEXT) as DeliverableVersion['state'][]).find((state) => NEXT[state].includes(to));
  const reason = needed === undefined ? '' : FIRST[needed];
  throw new AppError('state.refused', { message: `この版は今の状態ではその操作ができません。${reason}` });
}

const FORMATS: readonly DeliverableFile['format'][] = ['docx', 'xlsx', 'pptx', 'pdf'];

export function formatOf(name: string): DeliverableFile['format'] {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return FORMATS.find((format) => format === extension) ?? 'other';
}

/** The format that counts for the delivery: an editable one the specification names, before a PDF. */
export function mainFormat(files: readonly DeliverableFile[], formats: readonly string[]): string {
  return formats.find((format) => files.some((file) => file.format === format)) ?? files[0]?.format ?? 'other';
}

/** Versions that the city may see: what has been submitted, and what became of it. */
export function visibleTo(party: string, versions: readonly DeliverableVersion[]): DeliverableVersion[] {
  if (party === 'contractor') return [...versions];
  return versions.filter((version) => version.state !== 'draft' && version.state !== 'reviewed');
}

/** What goes into the package: of every deliverable and each of its editions the newest version that the city has received. */
export function packageVersions(owed: readonly OwedDeliverable[]): DeliverableVersion[] {
  return owed.flatMap((deliverable) =>
    [deliverable, ...deliverable.editions].flatMap(({ versions }) => {
      const latest = versions.findLast((it) => it.state === 'submitted' || it.state === 'accepted');
      return latest === undefined ? [] : [latest];
    }),
  );
}

/** What a department reads as its own: of each document the newest version that the city has accepted. */
export function ownVersions(
  versions: readonly DeliverableVersion[],
  departments: readonly string[],
): (DeliverableVersion & { readonly departmentId: string })[] {
  const newest = new Map<string, DeliverableVersion & { readonly departmentId: string }>();
  for (const version of versions) {
    const { departmentId, state, deliverableId } = version;
    if (departmentId === null || !departments.includes(departmentId) || state !== 'accepted') continue;
    const before = newest.get(deliverableId);
    if (before === undefined || before.version < version.version) {
      newest.set(deliverableId, { ...version, departmentId });
    }
  }
  return [...newest.values()];
}

/** What is handed over, held against what the specification asks for: the field that is wrong and why; null when it fits. */
export function deliveryFault(
  wanted: DeliveryConditions,
  given: Pick<Delivery, 'task' | 'form' | 'copies'> & {
    readonly note: boolean;
    readonly atDestination: boolean;
    /** The package holds the municipality's own note, filled in. */
    readonly ownNote: boolean;
  },
): FieldProblem | null {
  const { perTask, note, destination } = wanted;
  if (perTask !== undefined && given.task === null) {
    const message = `仕様書 ${perTask.clause} は、作業区分ごとの納品を求めています。作業区分の納品一式を選んでください。`;
    return { path: 'packageId', message };
  }
  const short = shortCopies(wanted, given);
  if (short !== null) return { path: 'copies', message: short };
  if (note !== undefined && !given.note) {
    return {
      path: 'note',
      message: `仕様書 ${note.clause} は、納品書を求めています。納品書を付けてから記録してください。`,
    };
  }
  if (note?.form !== undefined && !given.ownNote) {
    const message = `仕様書 ${note.clause} は、${note.form}による納品書を求めています。様式に記入したファイルを加えて、納品一式を作り直してください。`;
    return { path: 'note', message };
  }
  if (destination !== undefined && !given.atDestination) {
    const message = `仕様書 ${destination.clause} が定める納入先（${destination.department}）に納めてから記録してください。`;
    return { path: 'atDestination', message };
  }
  return null;
}

/** How many copies are missing, as a sentence. */
function shortCopies(
  { media, bound, electronic }: DeliveryConditions,
  { form, copies }: Pick<Delivery, 'form' | 'copies'>,
): string | null {
  const all = copies.reduce((sum, { count }) => sum + count, 0);
  if (form === 'disc') {
    const short = media?.copies.find(
      ({ name, count }) => copies.reduce((sum, one) => sum + (one.name === name ? one.count : 0), 0) < count,
    );
    if (short !== undefined) return `仕様書 ${media?.clause ?? ''} は、${short.name}を${short.count}枚求めています。`;
  }
  const asked = form === 'bound' ? bound : form === 'electronic' ? electronic : undefined;
  if (asked?.copies !== undefined && all < asked.copies) {
    return `仕様書 ${asked.clause} は、${asked.copies}部を求めています。`;
  }
  return null;
}
