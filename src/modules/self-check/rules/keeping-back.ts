/** What a result does not show because too few answered. Pure. */
import type { Analysis } from './analysis.ts';
import { shownGroups } from './groups.ts';
import type { ChoiceCount } from './tally.ts';

export interface Suppression {
  readonly smallestGroup: number;
  /** Answers are still taken, and nothing is shown before the end. */
  readonly open: boolean;
  /** Open, or fewer answers in all than the smallest group: nothing is shown. */
  readonly few: boolean;
  readonly hiddenGroups: string[];
  /** Numbers of the items that fewer than the smallest group answered. */
  readonly hiddenItems: number[];
}

export interface Counted {
  readonly analysis: Analysis;
  readonly choices: readonly ChoiceCount[];
}

/** Who answered: it decides what may be told. */
export interface Answering {
  readonly unit: 'department' | 'person' | 'affair';
  readonly anonymous: boolean;
  /** The form tells respondents apart by segments. */
  readonly segments: boolean;
  readonly smallestGroup: number;
}

/**
 * The result without the means of groups that are too small, and of those by which a small one could be had by subtraction.
 *
 * The bureaus are the only groups of this result, so looking at them alone is exact. Where another result tells people apart
 * by department or segment as well (the analysis), bureaus beside them could give a small one away: they are shown there only,
 * where all groups are looked at together.
 */
export function keepBack(
  { analysis, choices }: Counted,
  { unit, anonymous, segments, smallestGroup }: Answering,
): Counted & { readonly suppression: Suppression | null } {
  const counts = new Map(analysis.bureaus.map(({ name, departments }) => [name, departments]));
  const elsewhere = !anonymous && (unit !== 'department' || segments);
  const shown: ReadonlySet<string> = elsewhere ? new Set() : shownGroups(counts, smallestGroup);
  const hiddenGroups = [...counts.keys()].filter((name) => !shown.has(name)).toSorted();
  // What each department answered is for those who see this result to read; of people it is not.
  const people = unit !== 'department';
  const small = (answers: number): boolean => people && answers > 0 && answers < smallestGroup;
  const hiddenItems = analysis.items.filter(({ yes, no, notApplicable }) => small(yes + no + notApplicable));
  const kept: Counted = {
    analysis: {
      ...analysis,
      items: analysis.items.filter((item) => !hiddenItems.includes(item)),
      weak: analysis.weak.filter((id) => !hiddenItems.some((item) => item.id === id)),
      bureaus: people
        ? analysis.bureaus.filter(({ name }) => shown.has(name))
        : analysis.bureaus.map((bureau) => (shown.has(bureau.name) ? bureau : { ...bureau, points: null })),
    },
    choices: choices.filter(({ answers }) => !small(answers)),
  };
  if (!anonymous && hiddenGroups.length === 0 && hiddenItems.length === 0) return { ...kept, suppression: null };
  return {
    ...kept,
    suppression: {
      smallestGroup,
      open: false,
      few: false,
      hiddenGroups,
      hiddenItems: hiddenItems.map(({ number }) => number),
    },
  };
}

/** The mean of everybody's achievement, where no fewer than the smallest group besides the reader are in it; else null. */
export function meanForOne(mean: number | null, counted: number, own: boolean, smallestGroup: number): number | null {
  return counted - (own ? 1 : 0) < smallestGroup ? null : mean;
}
