import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { policyContract } from '../contract.ts';

export const policy = clientFor<typeof policyContract>('policy');

export type SupportRequest = OutputOf<typeof policyContract, 'listSupport'>['requests'][number];
export type Advice = SupportRequest['advice'][number];
export type Proposal = Advice['proposals'][number];
