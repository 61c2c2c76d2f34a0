/** What the business report says of the consultations of the year, under the clause of the engagement's specification. */
import { type Block, heading, paragraph } from '../../../documents/index.ts';
import type { ChapterProvider } from '../../../kernel/module.ts';
import { consultationContract } from '../contract.ts';
import { settingOf } from '../operations/common.ts';
import { summaryBlocks } from './summary.ts';

/** Specifications number their clauses alike, so a chapter speaks only where the clause is this engagement's own. */
export const chapterUnder = (clause: string): ChapterProvider => ({
  clause,
  permission: 'consultation.summarise',
  async build(context, engagementId): Promise<readonly Block[]> {
    const { conditions, profile } = await settingOf(context, engagementId);
    if (conditions?.clause !== clause) return [];
    const wanted = { engagementId, period: 'fiscal-year', day: profile.periodTo } as const;
    const { summary } = await context.client(consultationContract).summariseConsultations(wanted);
    if (summary.total.received === 0) return [heading(2, '相談対応'), paragraph('期間中の相談はありませんでした。')];
    return [heading(2, '相談対応'), ...summaryBlocks(summary, 3)];
  },
});
