/** Which items suit which targets, and which of many a draft begins with. Pure. */
import type { AuditTarget } from '../content-schema/audit-target.ts';
import type { Programme } from './schema.ts';
import type { TargetKind } from './words.ts';

/** What an item may be meant for, so that it can be asked at a target of the kind. */
const FITS: Readonly<Record<TargetKind, readonly AuditTarget[]>> = {
  department: ['department', 'organisation', 'my-number'],
  affair: ['my-number', 'department', 'organisation', 'system'],
  system: ['system', 'organisation', 'department'],
  website: ['website', 'organisation', 'department'],
  'vendor-site': ['vendor-site', 'system', 'my-number'],
};

/** Catalogues that speak of one kind of target only. */
const MADE_FOR: Readonly<Record<string, TargetKind>> = {
  'information-system': 'system',
  website: 'website',
  'vendor-site': 'vendor-site',
};

interface Aimed {
  readonly catalogue: string | null;
  readonly targets: readonly AuditTarget[];
}

/** `kinds`: those of the programme. A catalogue made for one of them is not used at the others. */
export function suitsKind({ catalogue, targets }: Aimed, kind: TargetKind, kinds: readonly TargetKind[]): boolean {
  const made = catalogue === null ? undefined : MADE_FOR[catalogue];
  if (made !== undefined && made !== kind && kinds.includes(made)) return false;
  return targets.some((target) => FITS[kind].includes(target));
}

/** The checklists of the programme that concern a target of this kind. */
export function checklistsFor(programme: Programme, kind: TargetKind): Programme['checklists'] {
  return programme.checklists.filter(({ catalogue }) => {
    const made = MADE_FOR[catalogue];
    return made === undefined || made === kind || !programme.targetKinds.includes(made);
  });
}

interface Weighed {
  readonly id: string;
  readonly severity: number;
}

/** A proposal of items: the gravest of every section first, then the next, up to the limit; in the order of the catalogue. */
export function proposeItems(sections: readonly (readonly Weighed[])[], atMost: number | undefined): string[] {
  const all = sections.flat().map(({ id }) => id);
  if (atMost === undefined || all.length <= atMost) return all;
  const rounds = sections.map((items) => items.toSorted((a, b) => b.severity - a.severity));
  const chosen = new Set<string>();
  for (let round = 0; chosen.size < atMost; round += 1)
    for (const items of rounds) {
      const item = items[round];
      if (item !== undefined && chosen.size < atMost) chosen.add(item.id);
    }
  return all.filter((id) => chosen.has(id));
}
