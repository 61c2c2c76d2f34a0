/**
 * The risk value of a department (clauses 9(1)イ【自己点検】-p2, 9【概要】(1)). The specification gives no formula; this one is
 * documented in the module's README and its weights belong to the office.
 *
 *   risk value = 100 × Σ (weight of factor × points of factor) ÷ Σ weights of the factors that were asked
 *
 * Points are 0–1: the gap of the self-check (`scoreSelfCheck`) and the factors of exposure (`exposureOf`). Being a weighted
 * mean, the value stays between 0 and 100, never falls by a worse answer, and does not depend on any order.
 */
import { EXPOSURE_FACTORS, type ExposureFactorId } from '../../../core/assessment/index.ts';

export type RiskFactorId = 'gap' | ExposureFactorId;
export type RiskWeights = Readonly<Record<RiskFactorId, number>>;

export const RISK_FACTORS: readonly { readonly id: RiskFactorId; readonly label: string }[] = [
  { id: 'gap', label: '自己点検の不足' },
  ...EXPOSURE_FACTORS.map(({ id, label }) => ({ id, label })),
];

/** 40 for what is not done, 60 for how much there is to lose. */
export const DEFAULT_WEIGHTS: RiskWeights = {
  gap: 40,
  'asset-kind': 6,
  confidentiality: 12,
  amount: 12,
  frequency: 6,
  handling: 8,
  visitors: 4,
  'server-room': 4,
  'external-service': 6,
  incident: 2,
};

/** Points of each factor, 0–1; null for a factor that was not asked (no preliminary survey). */
export type RiskPoints = Readonly<Record<RiskFactorId, number | null>>;

export interface Contribution {
  readonly factor: RiskFactorId;
  readonly label: string;
  readonly points: number;
  /** Part of the risk value, 0–100; the contributions add up to it. */
  readonly part: number;
}

/** The parts of the risk value, the greatest first. */
export function contributions(points: RiskPoints, weights: RiskWeights): Contribution[] {
  const asked = RISK_FACTORS.flatMap(({ id, label }) => {
    const value = points[id];
    return value === null ? [] : [{ factor: id, label, points: value, weight: weights[id] }];
  });
  const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
  return asked
    .map(({ factor, label, points: value, weight }) => ({
      factor,
      label,
      points: value,
      part: whole === 0 ? 0 : (100 * weight * value) / whole,
    }))
    .sort((a, b) => b.part - a.part);
}

/** 0 (nothing missing, nothing to lose) to 100. */
export function riskValue(points: RiskPoints, weights: RiskWeights): number {
  const sum = RISK_FACTORS.reduce(
    (total, { id }) => total + (points[id] === null ? 0 : weights[id] * (points[id] ?? 0)),
    0,
  );
  const whole = RISK_FACTORS.reduce((total, { id }) => total + (points[id] === null ? 0 : weights[id]), 0);
  return whole === 0 ? 0 : Math.min(100, (100 * sum) / whole);
}

export interface Candidate {
  readonly departmentId: string;
  readonly points: RiskPoints;
}

export type Ranked<T extends Candidate> = T & { readonly value: number; readonly rank: number };

/** The greatest risk first. Equal values share a rank; among them the id decides the order, so that it never wavers. */
export function rankDepartments<T extends Candidate>(candidates: readonly T[], weights: RiskWeights): Ranked<T>[] {
  const sorted = candidates
    .map((candidate) => ({ ...candidate, value: roundPart(riskValue(candidate.points, weights)) }))
    .sort((a, b) => b.value - a.value || (a.departmentId < b.departmentId ? -1 : 1));
  return sorted.map((candidate) => ({
    ...candidate,
    rank: 1 + sorted.findIndex((other) => other.value === candidate.value),
  }));
}

/** One decimal, as shown; ranks follow what is shown. */
export const roundPart = (value: number): number => Math.round(value * 10) / 10;

export interface Sensitivity {
  readonly factor: RiskFactorId;
  readonly label: string;
  readonly direction: 'up' | 'down';
  readonly entering: readonly string[];
  readonly leaving: readonly string[];
}

/** Which changes of one weight by ±20 % would change who is among the first `top`. */
export function sensitivity(candidates: readonly Candidate[], weights: RiskWeights, top: number): Sensitivity[] {
  const first = (with_: RiskWeights): string[] =>
    rankDepartments(candidates, with_)
      .slice(0, top)
      .map(({ departmentId }) => departmentId);
  const before = first(weights);
  return RISK_FACTORS.flatMap(({ id, label }) =>
    (['up', 'down'] as const).map((direction) => {
      const after = first({ ...weights, [id]: weights[id] * (direction === 'up' ? 1.2 : 0.8) });
      return {
        factor: id,
        label,
        direction,
        entering: after.filter((department) => !before.includes(department)),
        leaving: before.filter((department) => !after.includes(department)),
      };
    }),
  ).filter(({ entering, leaving }) => entering.length + leaving.length > 0);
}

/** The best and the worst rank of the first `top` when one weight moves by ±20 %. */
export function rankRanges(
  candidates: readonly Candidate[],
  weights: RiskWeights,
  top: number,
): { readonly departmentId: string; readonly best: number; readonly worst: number }[] {
  const moved = RISK_FACTORS.flatMap(({ id }) =>
    [1.2, 0.8].map((by) => rankDepartments(candidates, { ...weights, [id]: weights[id] * by })),
  );
  return rankDepartments(candidates, weights)
    .slice(0, top)
    .map(({ departmentId, rank }) => {
      const ranks = moved.map((ranked) => ranked.find((one) => one.departmentId === departmentId)?.rank ?? rank);
      return { departmentId, best: Math.min(rank, ...ranks), worst: Math.max(rank, ...ranks) };
    });
}

/** Items of the self-check that are not done, and those of them whose severity is 3. */
export interface Missing {
  readonly notDone: number;
  readonly grave: number;
}

/** Why the value is what it is, in up to four sentences. `missing` counts the items of the self-check. */
export function explain(points: RiskPoints, weights: RiskWeights, missing: Missing): string[] {
  const parts = contributions(points, weights);
  const sentences =
    missing.notDone === 0
      ? ['自己点検では、対象となる全ての項目を実施していると回答しています。']
      : [
          `自己点検では${missing.notDone}項目を実施しておらず、そのうち重大な項目は${missing.grave}項目です（${partOf(parts, 'gap')}点）。`,
        ];
  const strongest = parts.filter(({ factor, part }) => factor !== 'gap' && part >= 1).slice(0, 3);
  if (strongest.length > 0) {
    const list = strongest.map(({ label, part }) => `「${label}」${roundPart(part)}点`).join('、');
    sentences.push(`予備調査では、${list}がリスク値を押し上げています。`);
  }
  return sentences;
}

const partOf = (parts: readonly Contribution[], factor: RiskFactorId): number =>
  roundPart(parts.find((part) => part.factor === factor)?.part ?? 0);
