/** What the items of a checklist amount to, for the journal, the page and the warnings. Pure. */
import type { Programme, TargetKind } from '../../../core/programme/index.ts';
import { suitsKind } from '../../../core/programme/suitable.ts';
import type { Tally, Trend } from '../contract/checklists.ts';
import type { ItemContent } from '../contract/items.ts';

interface Item {
  readonly state: 'in-scope' | 'left-out';
  readonly content: ItemContent;
}

export interface TallySource {
  readonly items: readonly Item[];
  readonly trends: readonly Trend[];
  readonly programme: Programme;
  /** Kinds of the living targets; those of the programme while there are none. */
  readonly targets: readonly TargetKind[];
  readonly editionOf: (standard: string) => string | undefined;
  readonly changed: number | null;
}

const distinct = (words: readonly string[]): string[] => [...new Set(words.filter((word) => word !== ''))];

export function tallyOf({ items, trends, programme, targets, editionOf, changed }: TallySource): Tally {
  const used = items.filter(({ state }) => state === 'in-scope').map(({ content }) => content);
  const basis = distinct(used.flatMap((item) => item.basis.map(({ standard }) => standard)));
  const kinds = programme.targetKinds;
  const bare = targets.filter((kind) => !used.some((item) => suitsKind(item, kind, kinds))).length;
  return {
    items: used.length,
    leftOut: items.length - used.length,
    areas: distinct(used.map(({ area }) => area)),
    sets: distinct(used.map(({ set }) => set)),
    basis,
    editions: basis.flatMap((code) => {
      const edition = editionOf(code);
      return edition === undefined || edition === '' ? [] : [`${code} ${edition}`];
    }),
    withoutBasis: used.filter((item) => item.basis.length === 0).length,
    withoutPoint: used.filter(({ procedures }) => procedures.length === 0).length,
    uncovered: bare + programme.checklistTerms.bases.filter((code) => !basis.includes(code)).length,
    commonItems: used.filter(({ model }) => model === 'common').length,
    addedItems: used.filter(({ model }) => model === 'added').length,
    trends: trends
      .filter(({ name, text }) => text.trim() !== '' && used.some((item) => item.trends.includes(name)))
      .map(({ name }) => name),
    changed,
  };
}

export interface Warning {
  readonly code: string;
  readonly message: string;
}

/** What stands against the programme; it does not block the work. */
export function warningsOf(
  tally: Tally,
  items: readonly Item[],
  programme: Programme,
  nameOf: (standard: string) => string,
): Warning[] {
  const { checklistTerms, checklists } = programme;
  const used = items.filter(({ state }) => state === 'in-scope');
  const missing = checklistTerms.bases.filter((code) => !tally.basis.includes(code));
  const open = checklistTerms.trends.filter((name) => !tally.trends.includes(name));
  const found: (Warning | false)[] = [
    ...checklists.map(({ catalogue, set, itemsAtLeast, itemsAtMost }): Warning | false => {
      const count = used.filter(({ content }) =>
        set === undefined ? content.catalogue === catalogue : content.set === set,
      ).length;
      const name = set ?? '項目';
      if (itemsAtLeast !== undefined && count < itemsAtLeast)
        return { code: 'count', message: `${name}が${count}件です。手順は${itemsAtLeast}件以上を求めています。` };
      if (itemsAtMost !== undefined && count > itemsAtMost)
        return { code: 'count', message: `${name}が${count}件です。手順は${itemsAtMost}件以内を求めています。` };
      return false;
    }),
    missing.length > 0 && {
      code: 'basis',
      message: `根拠とする項目のない基準があります：${missing.map(nameOf).join('、')}`,
    },
    tally.withoutBasis > 0 && {
      code: 'without-basis',
      message: `根拠の書かれていない項目が${tally.withoutBasis}件あります。`,
    },
    tally.withoutPoint > 0 && {
      code: 'without-point',
      message: `具体的な確認内容の書かれていない項目が${tally.withoutPoint}件あります。`,
    },
    open.length > 0 && {
      code: 'trends',
      message: `内容と反映した項目がそろっていない動向があります：${open.join('、')}`,
    },
  ];
  return found.filter((one) => one !== false);
}
