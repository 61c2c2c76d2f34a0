/** Whether two things go together over departments. Told with the number of departments, and never as a cause. Pure. */

export interface Pair {
  readonly x: number;
  readonly y: number;
}

export interface Correlation {
  readonly n: number;
  /** Spearman's rank correlation, −1 to 1; null when it was not computed. */
  readonly rho: number | null;
  /** 95 % interval; null when rho is. */
  readonly interval: readonly [number, number] | null;
  readonly sentence: string;
}

/**
 * @param x what the pairs' first value is, in Japanese, the greater the more: 「自己点検の不足」
 * @param least pairs below which nothing is claimed
 */
export function correlate(pairs: readonly Pair[], x: string, y: string, least: number): Correlation {
  const n = pairs.length;
  const nothing = (sentence: string): Correlation => ({ n, rho: null, interval: null, sentence });
  if (n < least)
    return nothing(
      `「${x}」と「${y}」の両方が分かる所属は${n}課です。${least}課に満たないため、関係があるかどうかは判断しません。`,
    );
  const rho = spearman(pairs);
  if (rho === null)
    return nothing(
      `「${x}」と「${y}」の両方が分かる所属は${n}課ですが、一方が全ての課で同じ値であるため、関係は計算できません。`,
    );
  const interval = intervalOf(rho, n);
  return {
    n,
    rho: round(rho),
    interval: [round(interval[0]), round(interval[1])],
    sentence: told(rho, interval, n, x, y),
  };
}

/** Spearman's ρ with mean ranks for ties; null when one side never varies. */
export function spearman(pairs: readonly Pair[]): number | null {
  const xs = ranks(pairs.map(({ x }) => x));
  const ys = ranks(pairs.map(({ y }) => y));
  const mean = (pairs.length + 1) / 2;
  let [both, left, right] = [0, 0, 0];
  pairs.forEach((_, index) => {
    const [dx, dy] = [(xs[index] ?? 0) - mean, (ys[index] ?? 0) - mean];
    both += dx * dy;
    left += dx * dx;
    right += dy * dy;
  });
  return left === 0 || right === 0 ? null : Math.max(-1, Math.min(1, both / Math.sqrt(left * right)));
}

function ranks(values: readonly number[]): number[] {
  const sorted = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const result = values.map(() => 0);
  for (let at = 0; at < sorted.length;) {
    let end = at;
    while (end + 1 < sorted.length && sorted[end + 1]?.value === sorted[at]?.value) end += 1;
    for (let same = at; same <= end; same += 1) result[sorted[same]?.index ?? 0] = (at + end) / 2 + 1;
    at = end + 1;
  }
  return result;
}

/** By Fisher's transformation with the wider error of rank correlations (Bonett and Wright). */
function intervalOf(rho: number, n: number): readonly [number, number] {
  const bound = Math.min(0.999_999, Math.max(-0.999_999, rho));
  const error = (1.96 * Math.sqrt(1 + (bound * bound) / 2)) / Math.sqrt(Math.max(1, n - 3));
  return [Math.tanh(Math.atanh(bound) - error), Math.tanh(Math.atanh(bound) + error)];
}

function told(rho: number, [low, high]: readonly [number, number], n: number, x: string, y: string): string {
  const figures = `${n}課、順位相関係数${shown(rho)}（95%信頼区間${shown(low)}から${shown(high)}まで）`;
  const end = '順位の相関は、一方が他方の原因であることを示すものではありません。';
  if (low <= 0 && high >= 0)
    return `「${x}」と「${y}」の間に関係があるとは、このデータからはいえません（${figures}）。${end}`;
  const strength = Math.abs(rho) >= 0.7 ? '強い' : Math.abs(rho) >= 0.4 ? '中程度の' : '弱い';
  const direction = rho > 0 ? '大きい' : '小さい';
  return `「${x}」が大きい所属ほど「${y}」が${direction}という${strength}関係が見られます（${figures}）。${end}`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
const shown = (value: number): string => value.toFixed(2).replace('-', '−');
