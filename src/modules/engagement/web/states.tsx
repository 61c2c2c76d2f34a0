/** States as badges: words first, colour second. */
import { type BadgeTone, StatusBadge } from '../../../web/ui/index.ts';
import { CLAUSE_STATE_LABELS, OBLIGATION_STATE_LABELS } from '../labels.ja.ts';
import type { Clause, Obligation } from './client.ts';

const OBLIGATION_TONES: Readonly<Record<Obligation['state'], BadgeTone>> = {
  breached: 'error',
  due: 'warning',
  unknown: 'warning',
  'not-due': 'neutral',
  late: 'warning',
  met: 'success',
  waived: 'info',
};

const CLAUSE_TONES: Readonly<Record<Clause['state'], BadgeTone>> = {
  met: 'success',
  evidenced: 'success',
  statement: 'success',
  planned: 'neutral',
  unknown: 'warning',
  breached: 'error',
};

export function ObligationState({ state }: { state: Obligation['state'] }) {
  return <StatusBadge tone={OBLIGATION_TONES[state]}>{OBLIGATION_STATE_LABELS[state]}</StatusBadge>;
}

export function ClauseState({ state }: { state: Clause['state'] }) {
  return <StatusBadge tone={CLAUSE_TONES[state]}>{CLAUSE_STATE_LABELS[state]}</StatusBadge>;
}
