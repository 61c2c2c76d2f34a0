import { type BadgeTone, StatusBadge } from '../../../web/ui/index.ts';
import type { OwnSheet } from './client.ts';
import { messages } from './messages.ja.ts';

const tones: Readonly<Record<OwnSheet['progress'], BadgeTone>> = {
  'not-started': 'neutral',
  'in-progress': 'info',
  'awaiting-approval': 'warning',
  returned: 'warning',
  reopened: 'warning',
  submitted: 'success',
};

/** How far a department has come, in words. */
export function ProgressBadge({ progress }: { progress: OwnSheet['progress'] }) {
  return <StatusBadge tone={tones[progress]}>{messages.progress[progress]}</StatusBadge>;
}
