import { StatusBadge } from '../../../web/ui/index.ts';
import type { Meeting } from './meetings-client.ts';
import { messages } from './messages.ja.ts';

const TONES = { proposed: 'warning', agreed: 'info', held: 'success', cancelled: 'neutral' } as const;

export function StateBadge({ state }: { state: Meeting['state'] }) {
  return <StatusBadge tone={TONES[state]}>{messages.states[state]}</StatusBadge>;
}
