/** The revision of a standard with everything that cites it: audits, forms, answers. */
import { z } from 'zod';
import { command, defineContract, query } from '../../kernel/contract.ts';
import { engagementInput, id, version } from '../../kernel/schema.ts';

const one = engagementInput.extend({ revisionId: id });

export const revisionContract = defineContract({
  id: 'revision',
  title: '基準の改定',
  permissions: {
    'revision.apply': {
      roles: ['security-office', 'audit-lead', 'auditor'],
      because: '基準を管理する市と、基準で判断する監査人が、影響を確かめて改定を適用する。',
    },
  },
  operations: {
    previewRevision: query({
      summary: '基準の改定を適用すると、監査の確認項目、調査票の設問及び過去の回答がどうなるかを返す。',
      permission: 'revision.apply',
      input: one,
      output: z.strictObject({
        checks: z.array(
          z.strictObject({
            checkId: id,
            auditId: id,
            departmentName: z.string(),
            number: z.int(),
            title: z.string(),
            judgement: z.enum(['adequate', 'minor', 'inadequate', 'not-applicable', 'unconfirmed']),
            provisions: z.array(z.string()),
            /** reopened: judged again. carried: only the name of its ground changes. stays: field work has ended. */
            effect: z.enum(['reopened', 'carried', 'stays']),
          }),
        ),
        forms: z.array(
          z.strictObject({
            questionnaireId: id,
            title: z.string(),
            edition: z.string(),
            state: z.enum(['draft', 'published']),
            items: z.array(z.strictObject({ number: z.int(), question: z.string(), provisions: z.array(z.string()) })),
            /** Campaigns of the engagement that ask it, and departments that have answered. */
            campaigns: z.int(),
            answered: z.int(),
          }),
        ),
      }),
    }),
    applyRevision: command({
      summary:
        '確かめた改定を適用する。版を切り替え、項目の対応と監査項目を移し、変わった条項を引く確認項目を未確認に戻す。',
      permission: 'revision.apply',
      input: one.extend({ version }),
      output: z.strictObject({ carried: z.int(), reopened: z.int() }),
    }),
    undoRevision: command({
      summary: '適用した改定を元に戻す。移した後に作業が進んだときは、戻せない。',
      permission: 'revision.apply',
      input: one.extend({ version }),
      output: z.strictObject({ restored: z.int() }),
    }),
  },
});
