import { useSession } from '../../../web/session.ts';
import { type BadgeTone, StatusBadge } from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import type { Stage } from './stage.ts';

const TONES: Readonly<Record<Stage, BadgeTone>> = {
  none: 'neutral',
  draft: 'info',
  reviewed: 'info',
  submitted: 'warning',
  accepted: 'success',
  rejected: 'error',
};

export function StageBadge({ stage }: { stage: Stage }) {
  const { party } = useSession().account;
  const words = stage === 'none' && party !== 'contractor' ? messages.cityNone : messages.stages[stage];
  return <StatusBadge tone={TONES[stage]}>{words}</StatusBadge>;
}
