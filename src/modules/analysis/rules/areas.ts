/** Chapters of the policy guideline and safety measures for individual numbers to which items belong. Pure. */
import { citationOf, findProvision, type FormItem, type Standard } from '../../../core/content-schema/index.ts';
import { type ItemRow, meanOf } from './distribution.ts';

export const GUIDELINE = 'mic-policy-guideline';
export const MY_NUMBER = 'my-number-safety';

export interface Area {
  readonly id: string;
  readonly label: string;
}

/** The chapter (or measure) of `standard` that the item cites first; null when it cites none. */
export function areaOf(item: FormItem, standard: string, standards: readonly Standard[]): Area | null {
  for (const reference of item.references) {
    if (reference.standard !== standard) continue;
    const found = findProvision(standards, reference);
    if (found === undefined) continue;
    const { id, number, title } = found.group;
    const label = number === null ? title : standard === GUIDELINE ? `第${number}章　${title}` : `${number}　${title}`;
    return { id, label };
  }
  return null;
}

export interface AreaRow extends Area {
  readonly items: number;
  readonly rate: number | null;
  /** Ids of the items. */
  readonly itemIds: readonly string[];
}

/** Mean achievement by chapter or measure, in the order of the standard; areas without an item are in it with none. */
export function areaRows(
  items: readonly FormItem[],
  rows: readonly ItemRow[],
  code: string,
  standards: readonly Standard[],
): AreaRow[] {
  const standard = standards.find((one) => one.code === code);
  const placed = items.map((item) => ({ id: item.id, area: areaOf(item, code, standards) }));
  return (standard?.groups ?? [])
    .filter(({ number }) => number !== null)
    .map(({ id, number, title }) => {
      const own = placed.filter(({ area }) => area?.id === id).map((one) => one.id);
      return {
        id,
        label: code === GUIDELINE ? `第${number ?? ''}章　${title}` : `${number ?? ''}　${title}`,
        items: own.length,
        rate: meanOf(rows.flatMap((row) => (own.includes(row.id) && row.rate !== null ? [row.rate] : []))),
        itemIds: own,
      };
    });
}

/** The provisions that an item cites, by the short names of the standards: tables have little room. */
export function citationsOf(item: FormItem, standards: readonly Standard[]): string[] {
  return item.references.flatMap((reference) => {
    const found = findProvision(standards, reference);
    if (found === undefined) return [];
    const { standard, group, control } = found;
    return [citationOf({ ...found, standard: { ...standard, title: standard.shortTitle }, group, control })];
  });
}
