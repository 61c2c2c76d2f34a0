/** Where a deliverable stands and whose turn it is. Pure. */
import type { Owed, Version } from './client.ts';

/** `none`: no version that this person may see. */
export type Stage = 'none' | Version['state'];

export function stageOf(owed: Pick<Owed, 'versions'>): Stage {
  return owed.versions.at(-1)?.state ?? 'none';
}

/** The permission of whoever acts next; null when nothing is left to do. */
export function nextPermission(stage: Stage): string | null {
  const next: Readonly<Record<Stage, string | null>> = {
    none: 'deliverables.make',
    draft: 'deliverables.review',
    reviewed: 'deliverables.submit',
    submitted: 'deliverables.decide',
    accepted: null,
    rejected: 'deliverables.make',
  };
  return next[stage];
}

/** Not accepted although the due date has passed. */
export function isOverdue(owed: Pick<Owed, 'due' | 'versions'>, today: string): boolean {
  const delivered = owed.versions.some(({ state }) => state === 'submitted' || state === 'accepted');
  return owed.due !== null && owed.due < today && !delivered;
}

/** Formats in which the document can be looked at before a version is made. */
export function previewFormats(owed: Pick<Owed, 'formats' | 'producible'>): Owed['producible'] {
  return owed.producible.filter((format) => format === 'pdf' || owed.formats.includes(format));
}
