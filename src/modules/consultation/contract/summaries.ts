/** Summaries by theme, and the documents of the module. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, engagementInput, id } from '../../../kernel/schema.ts';
import { issuedSummary, summary, summaryPeriod } from './shapes.ts';

/** Any day of the month or fiscal year that is meant. */
const wanted = { period: summaryPeriod, day };

export const summaryOperations = {
  summariseConsultations: query({
    summary: '月又は年度の相談を、分類ごとに集計する。',
    permission: 'consultation.summarise',
    input: engagementInput.extend(wanted),
    output: z.strictObject({ summary, issued: z.array(issuedSummary) }),
  }),
  issueSummary: command({
    summary: '月又は年度の集計を確定する。',
    permission: 'consultation.issue',
    input: engagementInput.extend(wanted),
    output: z.strictObject({ id }),
  }),
  downloadSummary: download({
    summary: '月又は年度の集計を文書として返す。確定したものは、確定した日の数字で返す。',
    permission: 'consultation.summarise',
    input: engagementInput.extend({
      ...wanted,
      /** An issued summary; the figures of the moment when left out. */
      summaryId: id.optional(),
      format: z.enum(['docx', 'pdf', 'xlsx']),
    }),
  }),
  downloadLog: download({
    summary: '相談とその回答の一覧を、相談事対応資料として返す。',
    permission: 'consultation.summarise',
    input: engagementInput.extend({ format: z.enum(['docx', 'pdf', 'xlsx']) }),
  }),
};
