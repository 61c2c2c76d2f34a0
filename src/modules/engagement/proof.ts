/** The records behind a state, in a few words. Pure; used by pages and documents. */
import { formatEra, formatEraShort } from '../../core/calendar/era.ts';
import { factLabel } from './fact-labels.ja.ts';

export interface ProofRecord {
  readonly seq: number;
  readonly kind: string;
  readonly day: string;
}

/** One kind of record: how many, and on which days. */
export interface ProofLine {
  readonly kind: string;
  readonly label: string;
  /** 令和8年6月5日, or R8.6.15～R9.3.20 for several days. */
  readonly days: string;
  /** 第12号, or 第12号ほか24件. */
  readonly numbers: string;
}

/** Records by kind in the order of their first number. */
export function proofLines(proof: readonly ProofRecord[]): ProofLine[] {
  return [...Map.groupBy(proof, (record) => record.kind)].map(([kind, records]) => {
    const days = records.map((record) => record.day).toSorted();
    const first = days[0] ?? '';
    const last = days.at(-1) ?? first;
    const number = records[0]?.seq ?? 0;
    return {
      kind,
      label: factLabel(kind),
      days: first === last ? formatEra(first) : `${formatEraShort(first)}～${formatEraShort(last)}`,
      numbers: records.length === 1 ? `第${number}号` : `第${number}号ほか、計${records.length}件`,
    };
  });
}

/** 作業計画書の承認　令和8年6月12日（記録第31号） */
export function proofText(line: ProofLine): string {
  return `${line.label}　${line.days}（記録${line.numbers}）`;
}
