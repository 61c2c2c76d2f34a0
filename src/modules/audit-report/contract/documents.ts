/** The module's documents, made from the records as they are. */
import { z } from 'zod';
import { download } from '../../../kernel/contract.ts';
import { id, inEngagement } from './shared.ts';

export const documentOperations = {
  downloadDocument: download({
    summary: '報告書、一覧表、報告会の資料、委員会への報告資料及び速報を取り出す。',
    permission: 'audit-report.read',
    input: z.strictObject({
      ...inEngagement,
      kind: z.string().max(60),
      subject: id.nullable(),
      format: z.enum(['docx', 'pdf', 'xlsx', 'pptx']),
    }),
  }),
} as const;
