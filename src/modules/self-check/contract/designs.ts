/** What a form of a self-check measures, and the contractor's presenting it. Clause 1(2)ア, ア-p1, ア-p2 (tokubetsuku). */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { engagementInput, id, instant } from '../../../kernel/schema.ts';

const formDesign = z.strictObject({
  questionnaireId: id,
  title: z.string(),
  edition: z.string(),
  number: z.int(),
  segments: z.array(z.string()),
  subjects: z.array(z.string()),
  items: z.int(),
  withoutSubject: z.int(),
  riskItems: z.int(),
  riskWithoutExplanation: z.int(),
  presentedBy: z.string().nullable(),
  presentedAt: instant.nullable(),
});
export type FormDesignView = z.output<typeof formDesign>;

export const designOperations = {
  listDesigns: query({
    summary: '公開済みの自己点検の調査票について、区分、測る事柄及びリスクの理解を測る設問を調べて返す。',
    permission: 'campaign.read',
    input: engagementInput,
    output: z.strictObject({ designs: z.array(formDesign) }),
  }),
  presentDesign: command({
    summary: '公開済みの自己点検の調査票を、受託者が設計したものとして示す。',
    permission: 'form.design',
    input: engagementInput.extend({ questionnaireId: id }),
    output: formDesign,
  }),
};
