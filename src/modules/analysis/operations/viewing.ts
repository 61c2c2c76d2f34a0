/** Overview, years, texts. */
import { formatEra } from '../../../core/calendar/index.ts';
import { type Questionnaire, questionnaireItems } from '../../../core/content-schema/index.ts';
import { chartForWeb, type ChartPage } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { selfCheckContract } from '../../self-check/contract.ts';
import type { Overview } from '../contract/views.ts';
import { areaRows, citationsOf, GUIDELINE, MY_NUMBER } from '../rules/areas.ts';
import {
  type GroupResult,
  groupResults,
  type ItemRow,
  itemRows,
  meanOf,
  sectionMeans,
  spreadOf,
  weakItems,
} from '../rules/distribution.ts';
import { compareYears as compare } from '../rules/years.ts';
import { freeTexts, groupByTheme } from '../rules/themes.ts';
import { newestRecords, type StoredRecord } from '../store/records.ts';
import { overviewCharts } from '../documents/charts.ts';
import { type H, shipped } from './common.ts';
import { headOf, historyOf, type Material, materialOf, type Summary } from './material.ts';
import { sumsOf } from './anonymous.ts';

const recordedView = (record: StoredRecord | undefined) =>
  record === undefined
    ? null
    : { number: record.number, summary: record.summary, recordedAt: record.recordedAt.toISOString() };

export const listAnalyses: H<'listAnalyses'> = async (context, { engagementId }) => {
  const { campaigns } = await context.client(selfCheckContract).listCampaigns({ engagementId });
  const records = await newestRecords(
    context.tx,
    campaigns.map(({ id }) => id),
  );
  // Before the hand-over the contractor knows that a survey runs, not what came of it.
  const shown = campaigns.filter(
    (one) =>
      one.state !== 'preparing' &&
      hasResult(one) &&
      (context.caller.party !== 'contractor' || one.deliveredAt !== null),
  );
  return {
    campaigns: shown.toReversed().map((one) => ({ ...headOf(one), recorded: recordedView(records.get(one.id)) })),
  };
};

/** Of a survey without names there is no result before its end. */
const hasResult = ({ state, anonymous }: Summary): boolean => !anonymous || state === 'closed';

export const getOverview: H<'getOverview'> = async (context, { campaignId }) => readOverview(context, campaignId);

async function readOverview(context: Context, campaignId: string): Promise<Overview> {
  const campaign = await context.client(selfCheckContract).getCampaign({ campaignId });
  if (!hasResult(campaign))
    throw new AppError('state.refused', {
      message:
        '匿名の調査は、受付を締め切るまで結果を示しません。途中の結果を見比べると、誰の回答か分かるおそれがあります。',
    });
  return campaign.anonymous
    ? shownOf(context, await sumsOf(context, campaign))
    : overviewOf(context, await materialOf(context, campaignId));
}

export function overviewOf(context: Context, material: Material): Promise<Overview> {
  const { campaign, form, sheets, points, criteria } = material;
  const smallest = criteria.criteria.smallestGroup;
  const hidden = sheets.length < smallest;
  const sections = sectionMeans(form, sheets, smallest);
  return shownOf(context, {
    campaign,
    criteria,
    form,
    hidden,
    points: hidden ? null : meanOf(points),
    completion: material.completion,
    spread: hidden ? [] : spreadOf(points),
    sections: form.sections.map(({ title }, index) => ({ title, rate: sections[index] ?? null })),
    groups: groupResults(form, sheets, smallest),
    rows: itemRows(form, sheets, smallest),
  });
}

interface Sums extends Pick<Overview, 'campaign' | 'criteria' | 'hidden' | 'points' | 'spread' | 'sections'> {
  readonly form: Questionnaire;
  readonly completion: readonly Overview['completion'][number][];
  readonly groups: readonly GroupResult[];
  readonly rows: readonly ItemRow[];
}

/** The sums with chapters, provisions, the weakest items and what was recorded. */
async function shownOf(context: Context, { form, rows, completion, groups, ...sums }: Sums): Promise<Overview> {
  const items = questionnaireItems(form);
  const { standards } = shipped();
  const citations = new Map(items.map((item) => [item.id, citationsOf(item, standards)]));
  const records = await newestRecords(context.tx, [sums.campaign.id]);
  const areas = (code: string) =>
    areaRows(items, rows, code, standards).map(({ itemIds, ...area }) => ({ ...area, items: itemIds.length }));
  const measures = areas(MY_NUMBER);
  return {
    ...sums,
    completion: [...completion],
    chapters: areas(GUIDELINE),
    measures: measures.some((measure) => measure.items > 0) ? measures : [],
    groups: groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, sections: [...row.sections] })),
    })),
    items: rows.map(({ revision: _revision, type: _type, ...row }) => ({
      ...row,
      counts: [...row.counts],
      citations: citations.get(row.id) ?? [],
    })),
    weak: weakItems(rows).map(({ id }) => id),
    recorded: recordedView(records.get(sums.campaign.id)),
  };
}

export const drawOverview: H<'drawOverview'> = async (context, { campaignId }) => {
  const overview = await readOverview(context, campaignId);
  const charts: ChartPage[] = [];
  const source = `${overview.campaign.title}の回答（${formatEra(context.today)}現在）`;
  for (const chart of overviewCharts(overview, source)) charts.push(await chartForWeb(chart));
  return { charts };
};

export const compareYears: H<'compareYears'> = async (context, { campaignId }) => {
  const material = await materialOf(context, campaignId);
  return { campaign: material.campaign, ...(await yearsOf(context, material)) };
};

export async function yearsOf(context: Context, material: Material) {
  const history = await historyOf(context, material);
  const { years, items, incomparable, dropped } = compare(
    history.map(({ campaign, form, sheets, points }) => ({
      fiscalYear: campaign.fiscalYear,
      title: campaign.title,
      form,
      sheets,
      points,
    })),
    material.criteria.criteria.smallestGroup,
  );
  return {
    years: [...years],
    items: items.map((item) => ({ ...item, rates: [...item.rates] })),
    incomparable: [...incomparable],
    dropped: [...dropped],
  };
}

export const groupTexts: H<'groupTexts'> = async (context, { campaignId }) => {
  const material = await materialOf(context, campaignId);
  return { campaign: material.campaign, themes: themesOf(material) };
};

export function themesOf({ form, sheets }: Pick<Material, 'form' | 'sheets'>) {
  const names = new Map(sheets.map(({ id, departmentName }) => [id, departmentName]));
  const numbers = new Map(questionnaireItems(form).map(({ id, number }) => [id, number]));
  return groupByTheme(freeTexts(form, sheets), shipped().themes).map(({ texts, ...theme }) => ({
    ...theme,
    count: texts.length,
    texts: texts.map(({ id, item, kind, text }) => ({
      departmentName: names.get(id) ?? '',
      number: numbers.get(item) ?? 0,
      kind,
      text,
    })),
  }));
}
