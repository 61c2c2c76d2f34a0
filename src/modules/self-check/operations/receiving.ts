/** What the makers and readers of sheets need to know of the respondents, and the answers of the year before. */
import type { AnswerSheet } from '../../../core/assessment/index.ts';
import { type Questionnaire, questionnaireItems } from '../../../core/content-schema/index.ts';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import { mayAnswer, respondentName } from '../rules/respondent.ts';
import { dayInTime, progressOf, refusalNow } from '../rules/submission.ts';
import { type Campaign, findCampaign, listStatuses } from '../store/campaign-store.ts';
import { rootsOf } from '../store/affair-store.ts';
import { personNames } from '../store/person-store.ts';
import { listDrafts, responsesOf, revisionsOf } from '../store/response-store.ts';
import { type H, previousCampaign, summaryOf } from './common.ts';

export const getReception: H<'getReception'> = async (context, { campaignId }) => {
  const { tx, caller, today, now } = context;
  const campaign = await findCampaign(tx, campaignId);
  if (campaign.anonymous)
    throw new AppError('state.refused', {
      message:
        '匿名の調査では、誰の回答か分かってしまうため、回答票のファイルと紙は使えません。本人あてのリンクから回答してください。',
    });
  const inTime = dayInTime(now, campaign.grace_minutes);
  const statuses = await listStatuses(tx, [campaignId]);
  const office = caller.roles.includes('security-office');
  const drafts = new Map((await listDrafts(tx, [campaignId])).map((draft) => [draft.respondent_id, draft]));
  // Names may be corrected; ids never change, so that the numbers on papers stay.
  const places = statuses.toSorted((a, b) => (a.respondent_id < b.respondent_id ? -1 : 1));
  const seen = places.map((status, index) => ({ status, place: index + 1 }));
  const own = seen.filter(({ status }) => office || mayAnswer(status, caller));
  if (own.length === 0)
    throw new AppError('permission.refused', {
      message: 'この調査は自分に届いていません。届いている調査票を開いてください。',
    });
  const people = await personNames(
    tx,
    own.map(({ status }) => status),
  );
  const respondents = own.map(({ status, place }) => {
    const refusal = refusalNow(status, { opens: campaign.opens, today, dayInTime: inTime, own: true });
    const name = respondentName(status, people);
    return {
      respondentId: status.respondent_id,
      respondentName: status.kind === 'department' ? name : `${status.department_name}　${name}`,
      departmentName: status.department_name,
      bureauName: status.bureau_name,
      place,
      progress: progressOf(status, drafts.get(status.respondent_id)?.base_revision ?? null),
      due: status.due,
      revision: status.revision,
      answersHash: status.answers_hash,
      submittedAt: status.submitted_at?.toISOString() ?? null,
      channel: status.revision === 0 ? null : status.channel,
      refusal: refusal !== null && 'message' in refusal ? refusal.message : null,
    };
  });
  return { today, campaign: summaryOf(campaign, statuses), form: campaign.form, respondents };
};

/** Last year's answers to the items that are still asked with the same meaning. */
export async function previousAnswers(
  tx: Tx,
  campaign: Campaign,
  respondentId: string,
): Promise<{ readonly fiscalYear: number; readonly answers: AnswerSheet } | null> {
  // Only a department, and an affair of the register, is the same respondent in the next year.
  const earlier = await previousCampaign(tx, campaign);
  if (earlier === null) return null;
  const before = await respondentsBefore(tx, earlier, [respondentId]);
  const [latest] = await revisionsOf(tx, earlier.id, before.get(respondentId) ?? respondentId);
  if (latest === undefined) return null;
  const comparable = comparableAnswers((await findCampaign(tx, earlier.id)).form, campaign.form);
  return { fiscalYear: earlier.fiscal_year, answers: comparable(latest.answers) };
}

/** Who the respondents were in an earlier campaign, as far as they were others: affairs of another year. */
async function respondentsBefore(
  tx: Tx,
  { id, unit }: Pick<Campaign, 'id' | 'unit'>,
  respondents: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (unit !== 'affair') return new Map();
  const statuses = await listStatuses(tx, [id]);
  const earlier = statuses.map(({ respondent_id: own }) => own);
  const rootOf = await rootsOf(tx, [...earlier, ...respondents]);
  const byRoot = new Map(earlier.map((own) => [rootOf(own), own]));
  return new Map(respondents.flatMap((own) => [[own, byRoot.get(rootOf(own)) ?? own] as const]));
}

/** Picks from a sheet of the form before what the form now still asks with the same meaning. */
function comparableAnswers(before: Questionnaire, now: Questionnaire): (answers: AnswerSheet) => AnswerSheet {
  const known = new Map(questionnaireItems(before).map((item) => [item.id, item]));
  const comparable = questionnaireItems(now).filter(
    (item) => known.get(item.id)?.revision === item.revision && known.get(item.id)?.type === item.type,
  );
  return (answers) =>
    Object.fromEntries(
      comparable.flatMap(({ id }) => {
        const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
        return answer === undefined ? [] : [[id, answer] as const];
      }),
    );
}

export const listPreviousAnswers: H<'listPreviousAnswers'> = async (context, { campaignId, respondents }) => {
  const { tx, caller } = context;
  const campaign = await findCampaign(tx, campaignId);
  const statuses = await listStatuses(tx, [campaignId]);
  const office = caller.roles.includes('security-office');
  const own = new Set(
    statuses.filter((status) => office || mayAnswer(status, caller)).map((status) => status.respondent_id),
  );
  const earlier = await previousCampaign(tx, campaign);
  if (earlier === null || earlier.anonymous) return { fiscalYear: null, previous: [] };
  const comparable = comparableAnswers((await findCampaign(tx, earlier.id)).form, campaign.form);
  const wanted = respondents.filter((respondentId) => own.has(respondentId));
  const before = await respondentsBefore(tx, earlier, wanted);
  const latest = new Map((await responsesOf(tx, earlier.id)).map((row) => [row.respondent_id, row.answers]));
  return {
    fiscalYear: earlier.fiscal_year,
    previous: wanted.flatMap((respondentId) => {
      const answers = latest.get(before.get(respondentId) ?? respondentId);
      return answers === undefined ? [] : [{ respondentId, answers: comparable(answers) }];
    }),
  };
};
