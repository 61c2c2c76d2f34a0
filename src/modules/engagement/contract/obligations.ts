/** Contract, obligations part: duties, clauses and the journal that proves them. */
import { z } from 'zod';
import { OBLIGATION_STATES } from '../../../core/obligation/obligation.ts';
import { command, query } from '../../../kernel/contract.ts';
import { day, done, engagementInput, id, instant } from '../../../kernel/schema.ts';

const proof = z.strictObject({ seq: z.int(), kind: z.string(), day });

export const obligation = z.strictObject({
  key: z.string(),
  clause: z.string(),
  clauseTitle: z.string(),
  rule: z.string(),
  type: z.string(),
  title: z.string(),
  party: z.string(),
  subject: z.string().nullable(),
  due: day.nullable(),
  derivation: z.string(),
  state: z.enum(OBLIGATION_STATES),
  proof: z.array(proof),
  missing: z.string(),
});
export type ObligationView = z.output<typeof obligation>;

export const CLAUSE_STATES = ['met', 'evidenced', 'statement', 'planned', 'unknown', 'breached'] as const;

export const clauseTrace = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  capability: z.string(),
  summary: z.string(),
  state: z.enum(CLAUSE_STATES),
  proof: z.array(proof),
  reason: z.string().nullable(),
  isStatement: z.boolean(),
});
export type ClauseTraceView = z.output<typeof clauseTrace>;

export const obligationOperations = {
  listObligations: query({
    summary: '義務の一覧を、期限、状態、期限の導き方及び根拠となる記録とともに返す。',
    permission: 'engagement.follow',
    input: engagementInput,
    output: z.strictObject({ today: day, obligations: z.array(obligation) }),
  }),
  traceClauses: query({
    summary: '条項ごとに、満たされているか、何で証明されるかを返す。',
    permission: 'engagement.follow',
    input: engagementInput,
    output: z.strictObject({ specification: z.string(), today: day, clauses: z.array(clauseTrace) }),
  }),
  acknowledgeStatement: command({
    summary: '記録では証明できない条項を、確認した人の名で確認する。',
    permission: 'engagement.settle',
    input: engagementInput.extend({ clause: z.string().max(60) }),
    output: done,
  }),
  listJournal: query({
    summary: '操作記録を新しい順に返す。',
    permission: 'journal.read',
    input: z.strictObject({ engagementId: id.optional(), before: z.int().positive().optional() }),
    output: z.strictObject({
      entries: z.array(
        z.strictObject({
          seq: z.int(),
          at: instant,
          kind: z.string(),
          subject: z.string(),
          party: z.string(),
          accountId: z.string(),
          hash: z.string(),
        }),
      ),
    }),
  }),
};
