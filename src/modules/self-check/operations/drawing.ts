/** The results of a self-check as charts, for the page. */
import { formatEra } from '../../../core/calendar/index.ts';
import { meaningOf } from '../../../core/content-schema/index.ts';
import { chartForWeb, type ChartPage } from '../../../documents/index.ts';
import {
  answersChart,
  completionChart,
  departmentsChart,
  sectionsChart,
  sourced,
  spreadChart,
} from '../documents/charts.ts';
import { findCampaign } from '../store/campaign-store.ts';
import { checkDelivered, type H, previousCampaign } from './common.ts';
import { countedSheets } from './ranking-data.ts';
import { analysisOf } from './results.ts';

export const drawResults: H<'drawResults'> = async (context, { campaignId }) => {
  const campaign = await findCampaign(context.tx, campaignId);
  checkDelivered(context.caller, campaign);
  if (meaningOf(campaign.type).results !== 'points') return { charts: [] };
  const { form, statuses, sheets } = await countedSheets(context, campaign);
  const analysis = await analysisOf(context, campaign);
  const earlier = await previousCampaign(context.tx, campaign);
  const specifications = sourced(
    `${campaign.title}の回答（${formatEra(context.today)}現在）`,
    completionChart(statuses),
    spreadChart(analysis),
    sectionsChart(analysis, earlier === null ? null : await analysisOf(context, earlier)),
    answersChart(analysis),
    // One line of the chart is one sheet: of people it would show each.
    campaign.unit === 'department' ? departmentsChart(form, sheets) : null,
  );
  const charts: ChartPage[] = [];
  for (const specification of specifications) charts.push(await chartForWeb(specification));
  return { charts };
};
