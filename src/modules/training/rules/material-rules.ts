/** What can be said of a material by looking at it: minutes, words of its contents, what is missing or contradicts itself. */
import type { MaterialContent } from '../contract/material.ts';

export function minutesOf({ units }: MaterialContent): number {
  return units.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The words by which a specification looks for contents: titles and topics of units, and 「…の演習」 of exercises. */
export function contentWords({ units, exercises }: MaterialContent): string[] {
  return [
    ...new Set([
      ...units.flatMap(({ title, topics }) => [title, ...topics]),
      ...exercises.flatMap(({ covers }) => covers.map((word) => `${word}の演習`)),
    ]),
  ];
}

export function exerciseWords({ exercises }: MaterialContent, keys?: readonly string[]): string[] {
  return [
    ...new Set(exercises.filter(({ key }) => keys === undefined || keys.includes(key)).flatMap(({ covers }) => covers)),
  ];
}

/** Required topics that no unit covers. */
export function missingTopics(material: MaterialContent): string[] {
  const said = new Set(contentWords(material));
  return material.requiredTopics.filter((topic) => !said.has(topic));
}

/** Variants whose units and exercises are the same as those of an earlier one. */
export function variantsAlike({ variants }: MaterialContent): number {
  const seen = new Set<string>();
  let alike = 0;
  for (const { units, exercises } of variants) {
    const sum = `${units.toSorted().join(' ')}|${exercises.toSorted().join(' ')}`;
    if (seen.has(sum)) alike += 1;
    seen.add(sum);
  }
  return alike;
}

interface Fault {
  readonly path: string;
  readonly message: string;
}

/** Why a material cannot be saved: keys that are used twice or point to nothing. */
export function materialFaults({ units, exercises, variants }: MaterialContent): Fault[] {
  const faults: Fault[] = [];
  const unitKeys = new Set<string>();
  for (const [at, { key }] of units.entries()) {
    if (unitKeys.has(key)) faults.push({ path: `units.${at}.key`, message: '同じ識別子の単元が既にあります。' });
    unitKeys.add(key);
  }
  const exerciseKeys = new Set<string>();
  for (const [at, { key, unit, weaknesses }] of exercises.entries()) {
    if (exerciseKeys.has(key))
      faults.push({ path: `exercises.${at}.key`, message: '同じ識別子の演習が既にあります。' });
    exerciseKeys.add(key);
    if (!unitKeys.has(unit))
      faults.push({ path: `exercises.${at}.unit`, message: '演習を行う単元を、教材の中から選んでください。' });
    if (new Set(weaknesses.map((one) => one.key)).size < weaknesses.length)
      faults.push({ path: `exercises.${at}.weaknesses`, message: '模範解答に、同じ識別子が二度使われています。' });
  }
  for (const [at, variant] of variants.entries())
    if (variant.units.some((key) => !unitKeys.has(key)) || variant.exercises.some((key) => !exerciseKeys.has(key)))
      faults.push({ path: `variants.${at}`, message: '教材にない単元又は演習が含まれています。' });
  return faults;
}

/** Why a material is not complete yet. */
export function unfinished(material: MaterialContent): string[] {
  const empty = material.units.filter(({ points }) => points.length === 0).map(({ title }) => title);
  return [
    ...(material.units.length === 0 ? ['単元が一つもありません。'] : []),
    ...(empty.length === 0 ? [] : [`教える内容が書かれていない単元があります（${empty.join('、')}）。`]),
    ...material.exercises
      .filter(({ weaknesses }) => weaknesses.length === 0)
      .map(({ title }) => `演習「${title}」に模範解答がありません。`),
    ...(material.sources.length === 0 ? ['よりどころとした基準や資料が書かれていません。'] : []),
  ];
}
