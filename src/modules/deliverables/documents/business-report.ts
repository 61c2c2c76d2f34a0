/**
 * The report on the whole business (事業報告書, 業務完了報告書): one chapter per work item, in the order of the
 * specification, whose name for it the report bears. Every module tells of its own topics.
 */
import {
  type Block,
  document,
  type DocumentTree,
  definitionList,
  forExecutives,
  heading,
  paragraph,
  tableOfContents,
  titlePage,
} from '../../../documents/index.ts';
import { fiscalYearLabel, formatEra } from '../../../core/calendar/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { gap } from '../../../kernel/gap.ts';
import type { Context, DocumentGap, DocumentProvider, DocumentRequest } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { BUSINESS_REPORT_FIELDS } from './fields.ts';

const TITLE = '事業報告書';

export const businessReport: DocumentProvider = {
  kind: 'business-report',
  title: TITLE,
  fields: BUSINESS_REPORT_FIELDS,
  formats: ['docx', 'pdf'],
  permission: 'deliverables.look',
  editions: ['public', 'executive'],
  advisory: true,
  gaps: reportGaps,
  build: (context, request) => buildReport(context, request.engagementId),
};

/** Chapters without contents, then what the papers lack that the chapters are told from. */
export async function reportGaps(context: Context, request: DocumentRequest): Promise<readonly DocumentGap[]> {
  const { engagementId } = request;
  const empty = (await chaptersOf(context, engagementId)).filter(({ blocks }) => blocks.length === 0);
  const named = empty.map(({ title }) => `「${title}」`).join('、');
  const gaps = [
    ...gap(
      empty.length,
      `記録がまだない章が${empty.length}章あります（${named}）。`,
      `/engagements/${engagementId}/clauses`,
    ),
  ];
  // The report and the slides told from it lack what the other papers lack.
  const whole = context.providers.documents.filter(
    (provider) => provider.perSubject === undefined && provider.gaps !== reportGaps,
  );
  for (const provider of whole) {
    if (provider.gaps === undefined || !permitted(context, provider)) continue;
    for (const found of await provider.gaps(context, request)) {
      if (gaps.every(({ message }) => message !== found.message)) gaps.push(found);
    }
  }
  return gaps;
}

function permitted(context: Context, provider: Parameters<Context['providers']['check']>[0]): boolean {
  try {
    context.providers.check(provider);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'permission.refused') return false;
    throw error;
  }
}

/** How many work items have contents so far; an empty chapter does not count. */
export async function countChapters(context: Context, engagementId: string): Promise<number> {
  return (await chaptersOf(context, engagementId)).filter((chapter) => chapter.blocks.length > 0).length;
}

async function buildReport(context: Context, engagementId: string): Promise<DocumentTree> {
  const engagement = await context.client(engagementContract).getEngagement({ engagementId });
  const specification = await context.client(engagementContract).getSpecification({ engagementId });
  const chapters = await chaptersOf(context, engagementId);
  const marking = engagement.marking === null ? {} : { marking: engagement.marking };
  return document(
    {
      title: specification.deliverables.find(({ type }) => type === 'business-report')?.name ?? TITLE,
      subtitle: engagement.title,
      date: formatEra(context.today),
      created: context.today,
      addressee: [engagement.municipality, `${engagement.client.department}　御中`],
      sender: engagement.contractor,
      ...marking,
    },
    [
      titlePage(),
      tableOfContents(),
      heading(1, '業務の概要', { newPage: true }),
      heading(2, '契約の概要', { marks: forExecutives }),
      definitionList([
        ['業務名', engagement.title],
        ['発注者', `${engagement.municipality}　${engagement.client.department}`],
        ['受注者', engagement.contractor],
        ['契約締結日', formatEra(engagement.contractDate)],
        ['委託期間', `${formatEra(engagement.periodFrom)}から${formatEra(engagement.periodTo)}まで`],
        ['対象年度', fiscalYearLabel(engagement.fiscalYear)],
        ['履行場所', engagement.places.join('、')],
        ['仕様書', specification.title],
      ]),
      ...(await overviewOf(context, engagementId)),
      ...chapters.flatMap((chapter): Block[] => [
        heading(1, chapter.title),
        paragraph(`（仕様書${chapter.clause}）`, { firstLine: false, keepWithNext: true }),
        ...(chapter.blocks.length > 0 ? chapter.blocks : [paragraph('この項目の記録は、まだありません。')]),
      ]),
    ],
  );
}

interface Chapter {
  readonly clause: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The chapters that the specification asks for, each with what the modules tell of its topics. */
async function chaptersOf(context: Context, engagementId: string): Promise<Chapter[]> {
  const { chapters } = await context.client(engagementContract).getSpecification({ engagementId });
  const filled: Chapter[] = [];
  for (const { clause, title, topics, clauses } of chapters) {
    filled.push({ clause, title, blocks: await tell(context, engagementId, topics, clauses) });
  }
  return filled;
}

/** What belongs to no work item of its own, such as the meetings of the whole year. */
async function overviewOf(context: Context, engagementId: string): Promise<Block[]> {
  const { overview } = await context.client(engagementContract).getSpecification({ engagementId });
  return tell(context, engagementId, overview, []);
}

/** What the modules tell of these topics. A topic of a capability still to come has nobody to tell it. */
async function tell(
  context: Context,
  engagementId: string,
  topics: readonly string[],
  clauses: readonly string[],
): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const topic of topics) {
    for (const provider of context.providers.chapters) {
      if (provider.topic !== topic) continue;
      if (context.caller.party === 'city' && !permitted(context, provider)) {
        blocks.push(paragraph('この項目は、提出された版で確認してください。'));
        continue;
      }
      context.providers.check(provider);
      blocks.push(...blocksOf(await provider.build(context, engagementId, clauses)));
    }
  }
  return blocks;
}

function blocksOf(value: unknown): readonly Block[] {
  const isBlock = (item: unknown): item is Block => typeof item === 'object' && item !== null && 'kind' in item;
  if (!Array.isArray(value) || !value.every(isBlock)) {
    throw new AppError('internal.failure', { internal: 'a chapter is not a list of blocks' });
  }
  return value;
}
