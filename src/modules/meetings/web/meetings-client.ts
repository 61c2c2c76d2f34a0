import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { meetingsContract } from '../contract.ts';

export const meetings = clientFor<typeof meetingsContract>('meetings');

type Out<K extends keyof (typeof meetingsContract)['operations']> = OutputOf<typeof meetingsContract, K>;
export type Meeting = Out<'getMeeting'>;
export type Message = Out<'listMessages'>['messages'][number];
export type Choices = Out<'listChoices'>;
export type Types = Out<'listTypes'>;
export type Kind = Types['types'][number];
export type Suggestion = Out<'suggestSchedule'>['suggestions'][number];
export type Paper = Out<'listPapers'>['papers'][number];
export type Edition = Out<'listEditions'>['editions'][number];
export type Issue = Out<'listIssues'>['issues'][number];
export type Information = Out<'listInformation'>['entries'][number];

export const NO_CHOICES: Choices = { people: [], documents: [], departments: [] };
