import { gap } from '../../../kernel/gap.ts';
import type { ChapterProvider, DocumentProvider } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { consultationContract } from '../contract.ts';
import { summarise } from '../operations/summaries.ts';
import { adviceProviders } from './advice.ts';
import { consultationChapter } from './chapter.ts';
import { buildLog } from './log.ts';
import { summaryDocument, summaryWorkbook } from './summary.ts';

const logProvider: DocumentProvider = {
  kind: 'consultation-log',
  title: '相談事対応資料',
  formats: ['docx', 'pdf', 'xlsx'],
  permission: 'consultation.summarise',
  async gaps(context, { engagementId }) {
    const { consultations } = await context.client(consultationContract).listConsultations({ engagementId });
    const open = consultations.filter(({ state }) => state !== 'answered' && state !== 'closed').length;
    return gap(open, `まだ回答していない相談が${open}件あります。`, `/engagements/${engagementId}/consultation`);
  },
  build: (context, { engagementId, format }) => buildLog(context, engagementId, format),
};

/** The whole fiscal year of the contract, with the figures of the moment. */
const summaryProvider: DocumentProvider = {
  kind: 'consultation-summary',
  title: '相談対応の集計',
  formats: ['docx', 'pdf', 'xlsx'],
  permission: 'consultation.summarise',
  async build(context, { engagementId, format }) {
    const profile = await context.client(engagementContract).getEngagement({ engagementId });
    const summary = await summarise(context, engagementId, 'fiscal-year', profile.periodTo);
    const paper = { summary, profile, today: context.today };
    return format === 'xlsx' ? summaryWorkbook(paper) : summaryDocument(paper);
  },
};

export const documents: readonly DocumentProvider[] = [logProvider, summaryProvider, ...adviceProviders];
export const chapters: readonly ChapterProvider[] = [consultationChapter];
