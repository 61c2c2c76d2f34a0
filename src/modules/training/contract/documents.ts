/** Papers of a course. */
import { z } from 'zod';
import { download } from '../../../kernel/contract.ts';
import { id } from './shared.ts';

export const documentOperations = {
  downloadDocument: download({
    summary: '研修の教材、演習用紙、受講の記録又は修了者名簿を返す。',
    permission: 'training.read',
    input: z.strictObject({
      engagementId: id,
      kind: z.string().max(60),
      /** Id of the course. */
      subject: id,
      format: z.enum(['docx', 'pdf', 'xlsx', 'pptx']),
    }),
  }),
  downloadOwnExercise: download({
    summary: '自分が受ける研修の演習用紙を返す。模範解答は含まない。',
    permission: 'training.own',
    input: z.strictObject({ courseId: id, format: z.enum(['docx', 'pdf']) }),
  }),
} as const;
