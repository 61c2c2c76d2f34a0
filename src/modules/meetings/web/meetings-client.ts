import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { meetingsContract } from '../contract.ts';

export const meetings = clientFor<typeof meetingsContract>('meetings');

export type Meeting = OutputOf<typeof meetingsContract, 'getMeeting'>;
export type Message = OutputOf<typeof meetingsContract, 'listMessages'>['messages'][number];
export type Choices = OutputOf<typeof meetingsContract, 'listChoices'>;

export const NO_CHOICES: Choices = { people: [], documents: [], departments: [] };
