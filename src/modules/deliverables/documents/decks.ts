/**
 * 事業報告会資料 (chiba 9(1)カ) and CISO説明資料: what the modules show of their topics, in the order of the report's chapters.
 * The same records as the report, so that both say the same.
 */
import { fiscalYearLabel, formatEra } from '../../../core/calendar/index.ts';
import { deck, type DeckTree, type Slide } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context, DocumentProvider } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { reportGaps } from './business-report.ts';

export const decks: readonly DocumentProvider[] = [
  {
    kind: 'report-meeting-deck',
    title: '事業報告会資料',
    formats: ['pptx'],
    permission: 'deliverables.make',
    gaps: reportGaps,
    build: (context, { engagementId }) => buildDeck(context, engagementId, '事業報告会資料', 'full'),
  },
  {
    kind: 'ciso-briefing',
    title: 'CISO説明資料',
    formats: ['pptx'],
    permission: 'deliverables.make',
    gaps: reportGaps,
    build: (context, { engagementId }) => buildDeck(context, engagementId, 'CISO説明資料', 'brief'),
  },
];

async function buildDeck(
  context: Context,
  engagementId: string,
  title: string,
  depth: 'full' | 'brief',
): Promise<DeckTree> {
  const engagement = await context.client(engagementContract).getEngagement({ engagementId });
  const { chapters } = await context.client(engagementContract).getSpecification({ engagementId });
  const parts: Slide[] = [];
  for (const chapter of chapters) {
    const slides = await show(context, engagementId, chapter.topics, depth);
    if (slides.length === 0) continue;
    const section: Slide = { kind: 'section', title: chapter.title };
    parts.push(...(depth === 'full' ? [section] : []), ...slides);
  }
  if (parts.length === 0) {
    throw new AppError('state.refused', {
      message: '説明する結果がまだありません。自己点検の結果の受領又は発見事項の整理の後に作成してください。',
    });
  }
  return deck(
    {
      title,
      author: engagement.contractor,
      created: context.today,
      ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    },
    [
      {
        kind: 'title',
        title: `${engagement.title}\n${title}`,
        lines: [engagement.municipality, formatEra(context.today), engagement.contractor],
      },
      {
        kind: 'bullets',
        title: '業務の概要',
        items: [
          `業務名：${engagement.title}`,
          `発注者：${engagement.municipality}　${engagement.client.department}`,
          `受注者：${engagement.contractor}`,
          `対象年度：${fiscalYearLabel(engagement.fiscalYear)}`,
          `委託期間：${formatEra(engagement.periodFrom)}から${formatEra(engagement.periodTo)}まで`,
        ],
      },
      ...parts,
      { kind: 'closing', title: '以上', lines: [engagement.contractor] },
    ],
  );
}

/** What the modules show of these topics. */
async function show(
  context: Context,
  engagementId: string,
  topics: readonly string[],
  depth: 'full' | 'brief',
): Promise<Slide[]> {
  const slides: Slide[] = [];
  for (const topic of topics) {
    for (const provider of context.providers.chapters) {
      if (provider.topic !== topic || provider.slides === undefined) continue;
      context.providers.check(provider);
      slides.push(...slidesIn(await provider.slides(context, engagementId, depth)));
    }
  }
  return slides;
}

function slidesIn(value: unknown): readonly Slide[] {
  const isSlide = (item: unknown): item is Slide => typeof item === 'object' && item !== null && 'kind' in item;
  if (!Array.isArray(value) || !value.every(isSlide)) {
    throw new AppError('internal.failure', { internal: 'slides of a topic are not a list of slides' });
  }
  return value;
}
