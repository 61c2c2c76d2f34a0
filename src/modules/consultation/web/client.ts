import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { consultationContract } from '../contract.ts';

export const consultations = clientFor<typeof consultationContract>('consultation');

type C = typeof consultationContract;
export type List = OutputOf<C, 'listConsultations'>;
export type Consultation = List['consultations'][number];
export type Detail = OutputOf<C, 'getConsultation'>;
export type Entry = Detail['entries'][number];
export type Choices = OutputOf<C, 'listChoices'>;
export type Meter = NonNullable<List['meter']>;
export type Summary = OutputOf<C, 'summariseConsultations'>;
export type Found = OutputOf<C, 'searchKnowledge'>;
export type KnowledgeEntry = OutputOf<C, 'getKnowledge'>;

export const NO_CHOICES: Choices = {
  clause: null,
  intake: '',
  categories: [],
  considerations: [],
  basis: [],
  citeOneOf: [],
  channels: [],
  urgentChannels: [],
  departments: [],
  members: [],
  standards: [],
};

export const listPath = (engagementId: string): string => `/engagements/${engagementId}/consultations`;
export const knowledgePath = (engagementId: string): string => `/engagements/${engagementId}/knowledge`;
