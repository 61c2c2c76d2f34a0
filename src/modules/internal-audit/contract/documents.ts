/** Papers of the reports. */
import { z } from 'zod';
import { download } from '../../../kernel/contract.ts';
import { id } from '../../../kernel/schema.ts';

const format = z.enum(['docx', 'pdf']);

export const documentOperations = {
  downloadDocument: download({
    summary: '監査員の報告書又はレビューの結果を返す。',
    permission: 'internal-audit.read',
    input: z.strictObject({
      engagementId: id,
      kind: z.string().max(60),
      /** Id of the target. */
      subject: id,
      format,
    }),
  }),
  downloadOwnReport: download({
    summary: '自分が書いた報告書又は返されたレビューの結果を返す。',
    permission: 'internal-audit.own',
    input: z.strictObject({ engagementId: id, targetId: id, kind: z.enum(['report', 'review']), format }),
  }),
} as const;
