/** The operations of the module and small helpers of its pages. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { BadgeTone } from '../../../web/ui/index.ts';
import type { verificationContract } from '../contract.ts';

export const verification = clientFor<typeof verificationContract>('verification');
export type Verification = OutputOf<typeof verificationContract, 'getVerification'>;

export const hrefOf = (engagementId: string, id = ''): string =>
  `/engagements/${engagementId}/verifications${id === '' ? '' : `/${id}`}`;

const TONES: Readonly<Record<Verification['state'], BadgeTone>> = {
  draft: 'neutral',
  submitted: 'info',
  returned: 'warning',
  approved: 'success',
  run: 'success',
  stopped: 'error',
  cancelled: 'neutral',
};
export const toneOf = (state: Verification['state']): BadgeTone => TONES[state];

export function files({ engagementId, id }: Verification, kind: 'verification-plan' | 'verification-record') {
  return (['docx', 'pdf'] as const).map((format) => ({
    kind: format,
    href: verification.href('downloadDocument', { engagementId, kind, subject: id, format }),
  }));
}
