/** Counts over the records of a report. */
import type { Material, ReportedFinding, ReportedTarget } from '../contract/material.ts';
import { JUDGEMENT_NAMES } from '../labels.ts';

export type Judgement = keyof typeof JUDGEMENT_NAMES;
export const JUDGEMENTS = Object.keys(JUDGEMENT_NAMES) as Judgement[];

type Items = ReportedTarget['items'];

/** Targets that were audited, or still are; without those withdrawn. */
export const liveTargets = ({ targets }: Material): readonly ReportedTarget[] =>
  targets.filter(({ withdrawal }) => withdrawal === null);

export const count = (items: Items, judgement: Judgement): number =>
  items.filter((item) => item.judgement === judgement).length;

/** Share of adequate items among those that were judged and apply, in whole per cent; null where there is none. */
export function adequateShare(items: Items): number | null {
  const bad = count(items, 'minor') + count(items, 'inadequate');
  const good = count(items, 'adequate');
  return good + bad === 0 ? null : Math.round((good / (good + bad)) * 100);
}

/** Items under their heading of the checklist, in its order. */
export const bySection = (items: Items): ReadonlyMap<string, Items> => Map.groupBy(items, ({ section }) => section);

/** 4件の監査対象について、延べ120項目; the items alone where there is one target. */
export function itemsText(live: readonly ReportedTarget[], of: string): string {
  const items = live.reduce((sum, target) => sum + target.items.length, 0);
  return live.length === 1 ? `${items}項目` : `${live.length}件の${of}、延べ${items}項目`;
}

export interface AreaCount {
  readonly area: string;
  readonly findings: readonly ReportedFinding[];
}

/** Findings by area, the most numerous first. */
export function byArea(findings: readonly ReportedFinding[]): readonly AreaCount[] {
  const groups = Map.groupBy(findings, ({ area }) => (area === '' ? 'その他' : area));
  return [...groups]
    .map(([area, own]) => ({ area, findings: own }))
    .sort((a, b) => b.findings.length - a.findings.length);
}

/** 指摘2件、意見1件: every level of the scheme, also those without a finding. */
export const levelCounts = ({ levels }: Pick<Material, 'levels'>, findings: readonly ReportedFinding[]): string =>
  levels.map(({ label }) => `${label}${findings.filter(({ grade }) => grade === label).length}件`).join('、');
