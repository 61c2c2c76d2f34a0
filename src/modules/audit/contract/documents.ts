/** The module's documents, made from the records as they are. */
import { z } from 'zod';
import { download } from '../../../kernel/contract.ts';
import { id } from './shared.ts';

export const documentOperations = {
  downloadDocument: download({
    summary: '方針、監査通知書、チェックリスト、議事録、契約の確認結果、発見事項一覧、監査結果通知案を取り出す。',
    permission: 'audit.read',
    input: z.strictObject({
      engagementId: id,
      kind: z.string().max(60),
      /** Department, hearing, visit or contract, as the document asks; null for the whole engagement. */
      subject: id.nullable(),
      format: z.enum(['docx', 'pdf', 'xlsx']),
    }),
  }),
} as const;
