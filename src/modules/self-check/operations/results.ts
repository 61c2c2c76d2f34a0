/** Results of campaigns. */
import { achievementOf, answerTo } from '../../../core/assessment/index.ts';
import { type FormItem, type Questionnaire, questionnaireItems } from '../../../core/content-schema/index.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { AnalysisView } from '../contract/results.ts';
import { type Analysis, analyse, analyseTally, type AnsweredSheet, compareYears } from '../rules/analysis.ts';
import { type Counted, keepBack, meanForOne, type Suppression } from '../rules/keeping-back.ts';
import { respondentName } from '../rules/respondent.ts';
import { choicesOf, recount } from '../rules/tally.ts';
import { contradictionsOf } from '../rules/contradictions.ts';
import { type Campaign, type CampaignRow, findCampaign, findStatus } from '../store/campaign-store.ts';
import { sumPoints } from '../store/standing-store.ts';
import { findTally } from '../store/tally-store.ts';
import { listAnswerFiles } from '../store/answer-files.ts';
import { listAnonymous } from '../store/anonymous-store.ts';
import { personNames } from '../store/person-store.ts';
import { revisionsOf } from '../store/response-store.ts';
import { shownFiles } from './answer-files.ts';
import {
  checkAnswerer,
  checkDelivered,
  type H,
  isWide,
  newestCampaigns,
  previousCampaign,
  respondentOf,
  summarise,
} from './common.ts';
import { type CountedSheet, countedSheets } from './ranking-data.ts';

export const getResponse: H<'getResponse'> = async (context, { campaignId, ...key }) => {
  const { tx, caller } = context;
  const respondentId = respondentOf(key);
  const campaign = await findCampaign(tx, campaignId);
  const status = await findStatus(tx, campaignId, respondentId);
  if (!isWide(caller)) checkAnswerer(caller, status);
  checkDelivered(caller, campaign);
  const people = caller.party === 'contractor' ? new Map<string, string>() : await personNames(tx, [status]);
  const revisions = await revisionsOf(tx, campaignId, respondentId);
  return {
    campaign: await summarise(tx, campaign),
    departmentName: respondentName(status, people),
    files: shownFiles(await listAnswerFiles(tx, [{ tenantId: tx.tenantId, campaignId, respondentId }])),
    form: campaign.form,
    revisions: revisions.map((row) => ({
      revision: row.revision,
      answers: row.answers,
      points: row.points,
      proxy: row.proxy,
      submittedAt: row.submitted_at.toISOString(),
    })),
  };
};

/** The analysis of a campaign's counted answers. */
export const analysisOf = async (context: Context, { id }: CampaignRow): Promise<Analysis> =>
  (await resultOf(context, await findCampaign(context.tx, id))).analysis;

interface Result extends Counted {
  readonly suppression: Suppression | null;
}

/**
 * From the numbers kept with the campaign; from the sheets themselves where these were not counted when they came in.
 * What too few have answered is kept back.
 */
async function resultOf(context: Context, campaign: Campaign): Promise<Result> {
  const { form, unit, anonymous, smallest_group: smallestGroup, state } = campaign;
  const counted = (anonymous ? null : await talliedResult(context, campaign)) ?? (await readResult(context, campaign));
  // While answers come in, two looks at the result would tell what the one answer between them says.
  const open = anonymous && state !== 'closed';
  const few = open || (unit !== 'department' && counted.analysis.answered < smallestGroup);
  if (few)
    return {
      ...countedFrom(form, []),
      suppression: { smallestGroup, open, few, hiddenGroups: [], hiddenItems: [] },
    };
  return keepBack(counted, { unit, anonymous, segments: form.segmentItem !== undefined, smallestGroup });
}

/** Null where some sheet that counts was not counted when it came in. */
async function talliedResult(context: Context, { form, ...campaign }: Campaign): Promise<Counted | null> {
  const [reached, tally] = await Promise.all([sumPoints(context.tx, campaign.id), findTally(context.tx, campaign.id)]);
  const sheets = reached?.reduce((sum, { times }) => sum + times, 0);
  if (reached === null || sheets !== (tally?.sheets ?? 0)) return null;
  const counts = tally?.counts ?? [];
  return { analysis: analyseTally(form, counts, reached), choices: choicesOf(form, counts) };
}

/** Answers without names are counted under their groups. */
async function readResult(context: Context, campaign: Campaign): Promise<Counted> {
  if (!campaign.anonymous) {
    const { form, sheets } = await countedSheets(context, campaign);
    return countedFrom(form, sheets.map(answered));
  }
  const { form } = campaign;
  const all = await listAnonymous(context.tx, campaign.id);
  return countedFrom(
    form,
    all.map(({ groupName, answers }) => ({ departmentId: '', bureauName: groupName, answers })),
  );
}

function countedFrom(form: Questionnaire, sheets: readonly AnsweredSheet[]): Counted {
  const counts = recount(
    form,
    sheets.map(({ answers }) => answers),
  );
  return { analysis: analyse(form, sheets), choices: choicesOf(form, counts) };
}

const answered = ({ status, answers }: CountedSheet): AnsweredSheet => ({
  departmentId: status.department_id,
  bureauName: status.bureau_name,
  answers,
});

export const analyseCampaign: H<'analyseCampaign'> = async (context, { campaignId }) => {
  const campaign = await findCampaign(context.tx, campaignId);
  checkDelivered(context.caller, campaign);
  const { analysis, choices, suppression } = await resultOf(context, campaign);
  const earlier = await previousCampaign(context.tx, campaign);
  const before = earlier === null ? null : await analysisOf(context, earlier);
  return {
    campaign: await summarise(context.tx, campaign),
    analysis: mutable(analysis),
    choices: choices.map(({ answers: _least, ...choice }) => choice),
    suppression,
    previous:
      earlier === null || before === null
        ? null
        : { title: earlier.title, fiscalYear: earlier.fiscal_year, changes: compareYears(before, analysis) },
  };
};

const mutable = (analysis: Analysis): AnalysisView => ({
  ...analysis,
  items: [...analysis.items],
  sections: [...analysis.sections],
  bureaus: [...analysis.bureaus],
  spread: [...analysis.spread],
  weak: [...analysis.weak],
});

export const getOwnResult: H<'getOwnResult'> = async (context, { campaignId, ...key }) => {
  const respondentId = respondentOf(key);
  const campaign = await findCampaign(context.tx, campaignId);
  const status = await findStatus(context.tx, campaignId, respondentId);
  checkAnswerer(context.caller, status);
  const { form, sheets } = await countedSheets(context, campaign);
  // While answers come in, the mean of a few departments would tell too much about each of them.
  const all = campaign.state === 'closed' ? analyse(form, sheets.map(answered)) : null;
  const own = sheets.find((sheet) => sheet.status.respondent_id === respondentId);
  const { smallest_group: smallestGroup } = campaign;
  const before = await earlierSheet(context, campaign, respondentId);
  const items = form.sections.flatMap((section) =>
    section.items.flatMap((item) => {
      if (item.type !== 'yes-no-na') return [];
      const achieved = own === undefined ? null : achievementOf(item, answerTo(own.answers, item.id));
      const asked = all?.items.find(({ id }) => id === item.id);
      const counted = sheets.filter(({ answers }) => achievementOf(item, answerTo(answers, item.id)) !== null).length;
      return [
        {
          id: item.id,
          number: item.number,
          section: section.title,
          question: item.question,
          own: achieved === null ? null : 100 * achieved,
          // What others did must not follow from the mean and the own answer.
          all: meanForOne(asked?.rate ?? null, counted, achieved !== null, smallestGroup),
          before: before(item),
          howToCheck: item.guidance?.howToCheck ?? '',
          good: item.guidance?.good ?? '',
        },
      ];
    }),
  );
  return {
    campaign: await summarise(context.tx, campaign),
    departmentName: respondentName(status, await personNames(context.tx, [status])),
    points: status.state === 'submitted' ? status.points : null,
    averagePoints: meanForOne(all?.points ?? null, sheets.length, own !== undefined, smallestGroup),
    smallestGroup,
    items,
  };
};

/** Achievement of the same respondent in the campaign before, for items with the same meaning. */
async function earlierSheet(context: Context, campaign: CampaignRow, respondentId: string) {
  const earlier = await previousCampaign(context.tx, campaign);
  const data = earlier === null ? null : await countedSheets(context, earlier);
  const answers = data?.sheets.find((sheet) => sheet.status.respondent_id === respondentId)?.answers;
  const known = new Map(data === null ? [] : questionnaireItems(data.form).map((item) => [item.id, item]));
  return (item: FormItem): number | null => {
    const asked = known.get(item.id);
    if (answers === undefined || asked?.type !== 'yes-no-na' || asked.revision !== item.revision) return null;
    const achieved = achievementOf(asked, answerTo(answers, item.id));
    return achieved === null ? null : 100 * achieved;
  };
}

export const findContradictions: H<'findContradictions'> = async (context, { engagementId }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const { check, survey } = await newestCampaigns(context.tx, engagementId);
  if (check === null || survey === null) return { contradictions: [] };
  checkDelivered(context.caller, check);
  checkDelivered(context.caller, survey);
  const surveys = (await countedSheets(context, survey)).sheets;
  return {
    contradictions: (await countedSheets(context, check)).sheets.flatMap(({ status, answers }) => {
      const own = surveys.find((sheet) => sheet.status.department_id === status.department_id);
      const found = own === undefined ? [] : contradictionsOf(answers, own.answers);
      const { department_id: departmentId, department_name: departmentName } = status;
      return found.map((contradiction) => ({ departmentId, departmentName, ...contradiction }));
    }),
  };
};
