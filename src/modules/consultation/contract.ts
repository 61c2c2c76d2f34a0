/** Consultations: questions of the city, answers with their grounds, and the knowledge that stays. */
import { defineContract } from '../../kernel/contract.ts';
import { consultationOperations } from './contract/consultations.ts';
import { knowledgeOperations } from './contract/knowledge.ts';
import { consultationPermissions } from './contract/permissions.ts';
import { summaryOperations } from './contract/summaries.ts';

export const consultationContract = defineContract({
  id: 'consultation',
  title: '相談',
  permissions: consultationPermissions,
  operations: { ...consultationOperations, ...summaryOperations, ...knowledgeOperations },
});

export type {
  AdviceSubject,
  Answer,
  Consultation,
  ConsultationDetail,
  Draft,
  Entry,
  MeterView,
  Summary,
} from './contract/shapes.ts';
export type { KnowledgeEntry, KnowledgeText } from './contract/knowledge.ts';
