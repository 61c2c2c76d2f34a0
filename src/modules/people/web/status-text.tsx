import { type BadgeTone, StatusBadge } from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import type { AccountDetail } from './people-client.ts';

const TONES: Record<AccountDetail['status'], BadgeTone> = {
  invited: 'info',
  active: 'success',
  locked: 'warning',
  disabled: 'neutral',
};

export function AccountStatus({ status }: { status: AccountDetail['status'] }) {
  return <StatusBadge tone={TONES[status]}>{messages.accounts.status[status]}</StatusBadge>;
}
