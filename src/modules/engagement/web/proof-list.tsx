import { type ProofRecord, proofLines } from '../proof.ts';
import { messages } from './messages.ja.ts';

/** The records behind a state: what, when, and their numbers in the journal. */
export function ProofList({ proof }: { proof: readonly ProofRecord[] }) {
  if (proof.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {proofLines(proof).map(({ kind, label, days, numbers }) => (
        <li key={kind}>
          {label}
          <span className="block text-solid-gray-700">
            {days}（{messages.record(numbers)}）
          </span>
        </li>
      ))}
    </ul>
  );
}
