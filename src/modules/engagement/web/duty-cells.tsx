import { clauseLabel } from '../../../core/specification/label.ts';
import { DayText, StatusBadge, TextLink } from '../../../web/ui/index.ts';
import { PARTY_LABELS } from '../labels.ja.ts';
import { boardMessages } from './board-messages.ja.ts';
import type { BoardDuty } from './client.ts';
import { messages } from './messages.ja.ts';
import { ProofList } from './proof-list.tsx';

const text = boardMessages.board;

/** What is owed, under which clause, by whom, and what stands out about it. */
export function DutyTitle({ duty, engagementId }: { duty: BoardDuty; engagementId: string }) {
  const { title, clause, clauseTitle, party, persons, risk, waiverRequested } = duty;
  return (
    <div className="desktop:min-w-52">
      {title}
      <span className="block font-400">
        <TextLink href={`/engagements/${engagementId}/clauses?clause=${encodeURIComponent(clause)}`}>
          {clauseLabel(clause)}　{clauseTitle}
        </TextLink>
      </span>
      <span className="block font-400 text-solid-gray-700">{PARTY_LABELS[party] ?? party}</span>
      {persons.length > 0 && (
        <span className="block font-400 text-solid-gray-700">{text.responsible(persons.join('、'))}</span>
      )}
      {risk !== null && (
        <span className="mt-1 block font-400">
          <StatusBadge tone="warning">{text.risk}</StatusBadge> {risk}
        </span>
      )}
      {waiverRequested && (
        <span className="mt-1 block">
          <StatusBadge tone="info">{text.requested}</StatusBadge>
        </span>
      )}
    </div>
  );
}

/** The due date and how it came about. */
export function DutyDue({ due, derivation }: { due: string | null; derivation: string }) {
  return (
    <div className="desktop:min-w-48">
      {due !== null && <DayText day={due} look="weekday" />}
      <span className="block text-solid-gray-700">{derivation}</span>
    </div>
  );
}

/** The records behind the state, and what is still lacking. */
export function DutyProof({ duty }: { duty: Pick<BoardDuty, 'proof' | 'missing'> & { readonly moreProof?: number } }) {
  const { proof, missing, moreProof = 0 } = duty;
  return (
    <div className="desktop:min-w-52">
      <ProofList proof={proof} />
      {moreProof > 0 && <p className="text-solid-gray-700">{text.moreProof(moreProof)}</p>}
      {missing !== '' && <p>{missing}</p>}
      {proof.length === 0 && missing === '' && <p>{messages.obligations.noProof}</p>}
    </div>
  );
}
