/** Overview, years, texts. */
import { formatEra } from '../../../core/calendar/index.ts';
import { questionnaireItems } from '../../../core/content-schema/index.ts';
import { chartForWeb, type ChartPage } from '../../../documents/index.ts';
import type { Context } from '../../../kernel/module.ts';
import { selfCheckContract } from '../../self-check/contract.ts';
import type { Overview } from '../contract/views.ts';
import { areaRows, citationsOf, GUIDELINE, MY_NUMBER } from '../rules/areas.ts';
import { groupResults, itemRows, meanOf, sectionMeans, spreadOf, weakItems } from '../rules/distribution.ts';
import { compareYears as compare } from '../rules/years.ts';
import { freeTexts, groupByTheme } from '../rules/themes.ts';
import { newestRecords, type StoredRecord } from '../store/records.ts';
import { overviewCharts } from '../documents/charts.ts';
import { type H, shipped } from './common.ts';
import { canBeRead, headOf, historyOf, type Material, materialOf } from './material.ts';

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
    (one) => canBeRead(one) && (context.caller.party !== 'contractor' || one.deliveredAt !== null),
  );
  return {
    campaigns: shown.toReversed().map((one) => ({ ...headOf(one), recorded: recordedView(records.get(one.id)) })),
  };
};

export const getOverview: H<'getOverview'> = async (context, { campaignId }) =>
  overviewOf(context, await materialOf(context, campaignId));

export async function overviewOf(context: Context, material: Material): Promise<Overview> {
  const { campaign, form, sheets, points, criteria } = material;
  const smallest = criteria.criteria.smallestGroup;
  const hidden = sheets.length < smallest;
  const items = questionnaireItems(form);
  const rows = itemRows(form, sheets, smallest);
  const { standards } = shipped();
  const citations = new Map(items.map((item) => [item.id, citationsOf(item, standards)]));
  const records = await newestRecords(context.tx, [campaign.id]);
  const sections = sectionMeans(form, sheets, smallest);
  const areas = (code: string) =>
    areaRows(items, rows, code, standards).map(({ itemIds, ...area }) => ({ ...area, items: itemIds.length }));
  const measures = areas(MY_NUMBER);
  return {
    campaign,
    criteria,
    hidden,
    points: hidden ? null : meanOf(points),
    completion: material.completion.map(({ bureau, ...row }) => ({
      ...row,
      bureau: bureau === '' ? '局に属さない所属' : bureau,
    })),
    spread: hidden ? [] : spreadOf(points),
    sections: form.sections.map(({ title }, index) => ({ title, rate: sections[index] ?? null })),
    chapters: areas(GUIDELINE),
    measures: measures.some((measure) => measure.items > 0) ? measures : [],
    groups: groupResults(form, sheets, smallest).map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, sections: [...row.sections] })),
    })),
    items: rows.map(({ revision: _revision, type: _type, ...row }) => ({
      ...row,
      counts: [...row.counts],
      citations: citations.get(row.id) ?? [],
    })),
    weak: weakItems(rows).map(({ id }) => id),
    recorded: recordedView(records.get(campaign.id)),
  };
}

export const drawOverview: H<'drawOverview'> = async (context, { campaignId }) => {
  const overview = await overviewOf(context, await materialOf(context, campaignId));
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
