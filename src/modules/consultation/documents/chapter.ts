/** What the business report says of the consultations of the year. */
import { type Block, heading, paragraph } from '../../../documents/index.ts';
import type { ChapterProvider } from '../../../kernel/module.ts';
import { consultationContract } from '../contract.ts';
import { settingOf } from '../operations/setting.ts';
import { summaryBlocks } from './summary.ts';

export const consultationChapter: ChapterProvider = {
  topic: 'consultations',
  permission: 'consultation.summarise',
  async build(context, engagementId): Promise<readonly Block[]> {
    const { conditions, profile } = await settingOf(context, engagementId);
    const wanted = { engagementId, period: 'fiscal-year', day: profile.periodTo } as const;
    const { summary } = await context.client(consultationContract).summariseConsultations(wanted);
    if (summary.total.received > 0) return [heading(2, '相談対応'), ...summaryBlocks(summary, 3)];
    // Where nothing was asked for and nothing was asked, there is nothing to tell.
    return conditions === null ? [] : [heading(2, '相談対応'), paragraph('期間中の相談はありませんでした。')];
  },
};
