/** What the business report says of the consultations of the year, under the clause of the engagement's specification. */
import { type Block, heading, paragraph } from '../../../documents/index.ts';
import type { ChapterProvider } from '../../../kernel/module.ts';
import { consultationContract } from '../contract.ts';
import { settingOf } from '../operations/common.ts';
import { summaryBlocks } from './summary.ts';

/** Clauses of reports that have a chapter of their own for consultations; under any other they are told in the overview. */
const CHAPTERS = ['4(1)ア(ア)-p1', '5(4)②', '4(6)②-p1', '1(10)ウ'] as const;
const OVERVIEW = '相談';

/** Specifications number their clauses alike, so a chapter speaks only where the clause is this engagement's own. */
const chapterUnder = (clause: string): ChapterProvider => ({
  clause,
  permission: 'consultation.summarise',
  async build(context, engagementId): Promise<readonly Block[]> {
    const { conditions, profile } = await settingOf(context, engagementId);
    if (conditions === null) return [];
    const own = CHAPTERS.find((chapter) => chapter === conditions.clause) ?? OVERVIEW;
    if (own !== clause) return [];
    const wanted = { engagementId, period: 'fiscal-year', day: profile.periodTo } as const;
    const { summary } = await context.client(consultationContract).summariseConsultations(wanted);
    if (summary.total.received === 0) return [heading(2, '相談対応'), paragraph('期間中の相談はありませんでした。')];
    return [heading(2, '相談対応'), ...summaryBlocks(summary, 3)];
  },
});

export const consultationChapters: readonly ChapterProvider[] = [...CHAPTERS, OVERVIEW].map(chapterUnder);
