import { StatusBadge } from '../../../web/ui/index.ts';
import type { Consultation } from './client.ts';
import { messages } from './messages.ja.ts';

const TONES = {
  received: 'warning',
  office: 'info',
  contractor: 'info',
  answered: 'success',
  closed: 'neutral',
} as const;

export function StateBadge({ state }: { state: Consultation['state'] }) {
  return <StatusBadge tone={TONES[state]}>{messages.states[state]}</StatusBadge>;
}

export function UrgentBadge() {
  return <StatusBadge tone="error">{messages.urgent}</StatusBadge>;
}
