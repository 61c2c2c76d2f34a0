/** Which departments a year has to audit so that every one comes round within the years that the programme allows. */

export interface RotationInput {
  readonly fiscalYear: number;
  /** Every department is audited once within so many years; null when the programme has no rotation. */
  readonly years: number | null;
  /** Part of all departments that the year audits; null when the programme names none. */
  readonly share: number | null;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  /** Fiscal years in which a department was audited under a programme of this kind. */
  readonly audited: ReadonlyMap<string, readonly number[]>;
  readonly targeted: ReadonlySet<string>;
}

export interface RotationLine {
  readonly departmentId: string;
  readonly name: string;
  readonly last: number | null;
  readonly targeted: boolean;
  readonly due: boolean;
  readonly proposed: boolean;
  readonly reason: string;
}

export interface Rotation {
  readonly needed: number | null;
  readonly lines: readonly RotationLine[];
  /** Departments that are due and no target: the cycle of years would leave them out. */
  readonly outsideCycle: number;
}

/**
 * The number a share of the departments comes to, rounded up: half of seven are four. A share is a decimal number, so what
 * lies above a whole number by less than a millionth is that number.
 */
export function countOfShare(share: number, departments: number): number {
  return Math.max(0, Math.ceil(share * departments - 1e-6));
}

/**
 * Proposes those that are due first, then those whose audit lies back longest, until the share is reached. What is chosen
 * already counts. Departments alike in this keep their order.
 */
export function rotationOf(input: RotationInput): Rotation {
  const { fiscalYear, years, departments, targeted } = input;
  const lines = departments.map(({ id, name }) => {
    const earlier = (input.audited.get(id) ?? []).filter((year) => year < fiscalYear);
    const last = earlier.length === 0 ? null : Math.max(...earlier);
    // Audited in year y, it has to come again by y + years; without any audit it is due in the last year of its first cycle.
    const due = years !== null && last !== null && fiscalYear - last >= years;
    return { departmentId: id, name, last, targeted: targeted.has(id), due };
  });
  const needed = input.share === null ? null : countOfShare(input.share, departments.length);
  const open = needed === null ? 0 : Math.max(0, needed - lines.filter((line) => line.targeted).length);
  const inOrder = lines.filter((line) => !line.targeted).toSorted(longestFirst);
  const must = inOrder.filter(({ due }) => due).length;
  const proposed = new Set(inOrder.slice(0, Math.max(open, must)).map(({ departmentId }) => departmentId));
  return {
    needed,
    lines: lines.map((line) => ({
      ...line,
      proposed: proposed.has(line.departmentId),
      reason: reasonOf(line, years, proposed.has(line.departmentId)),
    })),
    outsideCycle: lines.filter(({ due, targeted: chosen }) => due && !chosen).length,
  };
}

type Line = Omit<RotationLine, 'proposed' | 'reason'>;

/** Due ones, then those never audited, then those audited longest ago. */
function longestFirst(a: Line, b: Line): number {
  if (a.due !== b.due) return a.due ? -1 : 1;
  return (a.last ?? -Infinity) === (b.last ?? -Infinity) ? 0 : (a.last ?? -Infinity) < (b.last ?? -Infinity) ? -1 : 1;
}

function reasonOf(line: Line, years: number | null, proposed: boolean): string {
  const when = line.last === null ? '監査の記録がありません' : `前回の監査は${line.last}年度です`;
  if (line.targeted) return `${when}。今年度の対象に入っています。`;
  if (line.due) return `${when}。今年度に監査しないと、${years ?? 0}年で一巡しません。`;
  if (proposed) return `${when}。今年度の対象に提案します。`;
  return `${when}。今年度は対象にしなくても、一巡の期限に間に合います。`;
}
