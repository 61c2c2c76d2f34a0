import { StatusBadge } from '../../../web/ui/index.ts';
import type { Summary } from './client.ts';
import { messages } from './messages.ja.ts';

export function VersionBadge({ state }: Pick<Summary, 'state'>) {
  return <StatusBadge tone={state === 'draft' ? 'warning' : 'success'}>{messages.states[state]}</StatusBadge>;
}
