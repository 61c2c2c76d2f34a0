/** What a new edition of a standard does to checklists: only what cites a changed provision is judged again. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import { judgement } from './checks.ts';
import { id, line } from './shared.ts';

const provision = z.string().min(1).max(60);
const standard = z.string().min(1).max(60);

export const revisionOperations = {
  listChecksCiting: query({
    summary: '基準の条項を引く確認項目を、監査対象課及び判断とともに返す。',
    permission: 'audit.revise',
    input: engagementInput.extend({ standard, provisions: z.array(provision).max(8000) }),
    output: z.strictObject({
      checks: z.array(
        z.strictObject({
          checkId: id,
          auditId: id,
          departmentName: z.string(),
          number: z.int(),
          title: z.string(),
          judgement,
          /** Field work goes on: a changed provision reopens it. Otherwise it stays as it was judged. */
          open: z.boolean(),
          provisions: z.array(z.string()),
        }),
      ),
    }),
  }),
  carryChecks: command({
    summary: '基準の改定により、確認項目の根拠を新しい版に改め、内容の変わった条項を引くものを未確認に戻す。',
    permission: 'audit.revise',
    input: engagementInput.extend({
      standard,
      /** What is kept for taking it back is kept under this. */
      revisionId: id,
      /** The edition, for the note of a reopened check. */
      edition: line,
      moves: z
        .array(z.strictObject({ from: provision, to: z.array(provision).max(50), changed: z.boolean() }))
        .max(8000),
    }),
    output: z.strictObject({ carried: z.int(), reopened: z.int() }),
  }),
  restoreChecks: command({
    summary: '基準の改定を元に戻すとき、確認項目の判断と根拠を前に戻す。作業が進んだものがあれば戻さない。',
    permission: 'audit.revise',
    input: engagementInput.extend({ revisionId: id }),
    output: z.strictObject({ restored: z.int() }),
  }),
} as const;
