import type { ChapterProvider, DocumentProvider } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { CONSULTATION_CLAUSES } from '../conditions.ts';
import { consultationContract } from '../contract.ts';
import { issuedSummary } from '../operations/summaries.ts';
import { AppError } from '../../../kernel/error.ts';
import { chapterUnder } from './chapter.ts';
import { buildLog } from './log.ts';
import { summaryDocument, summaryTitle, summaryWorkbook } from './summary.ts';

const logProvider: DocumentProvider = {
  kind: 'consultation-log',
  title: '相談事対応資料',
  clause: null,
  formats: ['docx', 'pdf', 'xlsx'],
  permission: 'consultation.summarise',
  build: (context, { engagementId, format }) => buildLog(context, engagementId, format),
};

const summaryProvider: DocumentProvider = {
  kind: 'consultation-summary',
  title: '相談対応の集計',
  clause: null,
  formats: ['docx', 'pdf', 'xlsx'],
  permission: 'consultation.summarise',
  perSubject: '確定した期間',
  async subjects(context, engagementId) {
    // The figures do not matter for the list of issued ones; any day does.
    const wanted = { engagementId, period: 'month', day: context.today } as const;
    const { issued } = await context.client(consultationContract).summariseConsultations(wanted);
    const titles: { id: string; title: string }[] = [];
    for (const { id } of issued)
      titles.push({ id, title: summaryTitle(await issuedSummary(context, engagementId, id)) });
    return titles;
  },
  async build(context, { engagementId, subject, format }) {
    if (subject === null) throw new AppError('record.missing', { internal: 'a summary needs its period' });
    const profile = await context.client(engagementContract).getEngagement({ engagementId });
    const paper = { summary: await issuedSummary(context, engagementId, subject), profile, today: context.today };
    return format === 'xlsx' ? summaryWorkbook(paper) : summaryDocument(paper);
  },
};

export const documents: readonly DocumentProvider[] = [logProvider, summaryProvider];
export const chapters: readonly ChapterProvider[] = CONSULTATION_CLAUSES.map(chapterUnder);
