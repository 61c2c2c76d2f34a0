/** The staff list of a campaign, the affairs that it asks, and links for people without an account. */
import { type Questionnaire, questionnaireItems } from '../../../core/content-schema/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { issueToken } from '../../../kernel/token.ts';
import { peopleContract } from '../../people/contract.ts';
import type { IssuedLink } from '../contract/respondents.ts';
import { facts } from '../facts.ts';
import { TOGETHER } from '../rules/groups.ts';
import { progressOf } from '../rules/submission.ts';
import { listAffairs } from '../store/affair-store.ts';
import {
  type CampaignRow,
  deleteRespondent,
  findCampaign,
  findStatus,
  insertRespondents,
  listStatuses,
  lockCampaign,
  type NewRespondent,
  updateStatus,
} from '../store/campaign-store.ts';
import {
  deleteLink,
  forgetPeople as forget,
  insertPerson,
  linkedRespondents,
  listPeople,
  type PersonRow,
  replaceLink,
  updatePerson,
} from '../store/person-store.ts';
import { deletePassedLink } from '../store/passed-link-store.ts';
import { findDraft, listDrafts } from '../store/response-store.ts';
import { checkVersion, type H } from './common.ts';
import { NO_BUREAU } from '../rules/bureaus.ts';
import { reachedDepartments } from './opening.ts';

export const listRespondents: H<'listRespondents'> = async (context, { campaignId }) => {
  await findCampaign(context.tx, campaignId);
  const people = await listPeople(context.tx, campaignId);
  const statuses = new Map((await listStatuses(context.tx, [campaignId])).map((row) => [row.respondent_id, row]));
  const drafts = new Map((await listDrafts(context.tx, [campaignId])).map((row) => [row.respondent_id, row]));
  const linked = await linkedRespondents(context.tx, campaignId);
  return {
    respondents: people.flatMap((person) => {
      const status = statuses.get(person.respondent_id);
      if (status === undefined) return [];
      return [
        {
          respondentId: person.respondent_id,
          staffNumber: person.staff_number,
          name: person.name,
          departmentId: status.department_id,
          departmentName: status.department_name,
          segment: person.segment,
          hasAccount: status.account_id !== null,
          hasLink: linked.has(person.respondent_id),
          progress: progressOf(status, drafts.get(person.respondent_id)?.base_revision ?? null),
          version: person.version,
        },
      ];
    }),
  };
};

/** The campaign whose list is changed, held against changes; one that is over has no list any more. */
async function changeable(context: Context, campaignId: string, unit: CampaignRow['unit']): Promise<CampaignRow> {
  const campaign = await lockCampaign(context.tx, campaignId);
  if (campaign.unit !== unit)
    throw new AppError('state.refused', {
      message:
        unit === 'person'
          ? '対象者の名簿があるのは、人ごとに答える調査だけです。'
          : '事務を加えられるのは、事務ごとに答える調査だけです。',
    });
  if (campaign.state === 'closed')
    throw new AppError('state.refused', { message: '締め切った調査の対象は変えられません。' });
  return campaign;
}

export const saveRespondent: H<'saveRespondent'> = async (context, input) => {
  const { tx } = context;
  const campaign = await changeable(context, input.campaignId, 'person');
  const { form } = await findCampaign(tx, input.campaignId);
  if (input.segment !== '' && !segmentsOf(form).some(({ value }) => value === input.segment))
    throw fieldError('segment', 'この調査票にない区分です。区分を選び直すか、空欄にしてください。');
  const others = (await listPeople(tx, input.campaignId)).filter((row) => row.respondent_id !== input.respondentId);
  if (input.staffNumber !== null && others.some((row) => row.staff_number === input.staffNumber))
    throw fieldError('staffNumber', 'この職員番号の人は、既に名簿にいます。同じ人を二度加えることはできません。');
  const place = await placeOf(context, campaign, input.departmentId);
  const person = { staff_number: input.staffNumber, name: input.name, segment: input.segment };
  if (input.respondentId === undefined) {
    const respondentId = context.newId();
    await insertRespondents(tx, campaign.id, [{ ...place, respondent_id: respondentId }]);
    await insertPerson(tx, { ...person, campaign_id: campaign.id, respondent_id: respondentId });
    return { respondentId, version: 1 };
  }
  const { respondentId, version = 0 } = input;
  const status = await findStatus(tx, campaign.id, respondentId, true);
  await updatePerson(tx, { ...person, campaign_id: campaign.id, respondent_id: respondentId, version });
  if (status.department_id !== input.departmentId) {
    if (campaign.anonymous && status.state === 'submitted')
      throw fieldError('departmentId', '匿名の調査で回答を終えた人の所属は変えられません。');
    await updateStatus(tx, campaign.id, respondentId, {
      department_id: place.department_id,
      department_name: place.department_name ?? '',
      bureau_id: place.bureau_id ?? null,
      bureau_name: place.bureau_name ?? '',
      group_name: place.group_name ?? '',
    });
  }
  return { respondentId, version: version + 1 };
};

/** A person's place in the campaign by the department; people who come later are counted in a group that there is. */
async function placeOf(
  context: Context,
  campaign: CampaignRow,
  departmentId: string,
): Promise<Omit<NewRespondent, 'respondent_id'>> {
  const [department] = await reachedDepartments(context, [departmentId], campaign.opens).catch(() => []);
  if (department === undefined)
    throw fieldError('departmentId', '受付の開始日に存在しない所属です。所属を選び直してください。');
  const bureau = department.bureauName ?? NO_BUREAU;
  const groups =
    campaign.anonymous && campaign.state === 'open'
      ? new Set((await listStatuses(context.tx, [campaign.id])).map((row) => row.group_name))
      : new Set<string>();
  const [any = ''] = groups;
  return {
    kind: 'person',
    department_id: department.id,
    department_name: department.name,
    bureau_id: department.bureauId,
    bureau_name: bureau,
    group_name: groups.has(bureau) ? bureau : groups.has(TOGETHER) ? TOGETHER : any,
    due: campaign.due,
  };
}

/** The segments that the form of a campaign tells apart: the choices of the item that asks for them. */
export function segmentsOf(form: Questionnaire): readonly { readonly value: string; readonly label: string }[] {
  const asking = questionnaireItems(form).find(({ id }) => id === form.segmentItem);
  return asking?.type === 'single' ? asking.options : [];
}

export const removeRespondent: H<'removeRespondent'> = async (context, { campaignId, respondentId }) => {
  const { tx } = context;
  const campaign = await lockCampaign(tx, campaignId);
  await changeable(context, campaignId, campaign.unit === 'affair' ? 'affair' : 'person');
  const status = await findStatus(tx, campaignId, respondentId, true);
  if (status.state !== 'waiting' || (await findDraft(tx, campaignId, respondentId)) !== null)
    throw new AppError('state.refused', {
      message: '回答を始めた対象は外せません。外す必要があるときは、回答の扱いを決めてから締め切ってください。',
    });
  await forget(tx, campaignId, respondentId);
  await deleteRespondent(tx, campaignId, respondentId);
  return OK;
};

export const addFromDirectory: H<'addFromDirectory'> = async (context, { campaignId, departments: wanted }) => {
  const { tx } = context;
  const campaign = await changeable(context, campaignId, 'person');
  const departments = new Set((await reachedDepartments(context, wanted, campaign.opens)).map(({ id }) => id));
  const known = new Set((await listStatuses(tx, [campaignId])).map((row) => row.account_id));
  const { accounts } = await context.client(peopleContract).listAccounts({});
  let added = 0;
  for (const { id: accountId, party, departmentId, displayName } of accounts) {
    if (party !== 'city' || departmentId === null || !departments.has(departmentId) || known.has(accountId)) continue;
    const respondentId = context.newId();
    const place = await placeOf(context, campaign, departmentId);
    await insertRespondents(tx, campaignId, [{ ...place, respondent_id: respondentId, account_id: accountId }]);
    const person = { staff_number: null, name: displayName, segment: '' };
    await insertPerson(tx, { ...person, campaign_id: campaignId, respondent_id: respondentId });
    added += 1;
  }
  return { added };
};

export const addAffairs: H<'addAffairs'> = async (context, { campaignId, affairs: wanted, kinds }) => {
  const { tx } = context;
  const campaign = await changeable(context, campaignId, 'affair');
  const all = await listAffairs(tx, campaign.engagement_id);
  if (wanted !== 'all' && wanted.some((id) => !all.some((affair) => affair.id === id)))
    throw fieldError('affairs', '登録されていない事務が含まれています。事務を選び直してください。');
  const known = new Set((await listStatuses(tx, [campaignId])).map((row) => row.respondent_id));
  const chosen = all.filter(
    ({ id, kind }) => (wanted === 'all' || wanted.includes(id)) && (kinds?.includes(kind) ?? true) && !known.has(id),
  );
  const rows: NewRespondent[] = [];
  for (const affair of chosen) {
    const place = await placeOf(context, campaign, affair.department_id);
    rows.push({ ...place, kind: 'affair', respondent_id: affair.id, affair_name: affair.name });
  }
  await insertRespondents(tx, campaignId, rows);
  return { added: rows.length };
};

export const issueLinks: H<'issueLinks'> = async (context, { campaignId, respondents }) => {
  const { tx } = context;
  const campaign = await lockCampaign(tx, campaignId);
  if (campaign.unit !== 'person' || campaign.state !== 'open')
    throw new AppError('state.refused', {
      message: 'リンクを作れるのは、人ごとに答える受付中の調査だけです。準備中の調査は、先に始めてください。',
    });
  const statuses = new Map((await listStatuses(tx, [campaignId])).map((row) => [row.respondent_id, row]));
  if (respondents?.some((id) => !statuses.has(id)) === true)
    throw fieldError('respondents', 'この調査の対象者でない人が含まれています。選び直してください。');
  const links: IssuedLink[] = [];
  for (const person of await listPeople(tx, campaignId)) {
    const status = statuses.get(person.respondent_id);
    const wanted = respondents === undefined || respondents.includes(person.respondent_id);
    if (status === undefined || status.state === 'submitted' || !wanted) continue;
    links.push({
      respondentId: person.respondent_id,
      name: person.name,
      departmentName: status.department_name,
      path: await newLink(context, person),
    });
  }
  if (links.length > 0)
    facts.record(context, 'links.issued', {
      engagementId: campaign.engagement_id,
      subject: campaignId,
      data: { respondents: links.map(({ respondentId }) => respondentId) },
    });
  return { links };
};

/** After `#` the token reaches neither server logs nor the address of a following page. */
async function newLink(
  context: Context,
  { campaign_id: campaignId, respondent_id: respondentId }: Pick<PersonRow, 'campaign_id' | 'respondent_id'>,
): Promise<string> {
  const { token, tokenHash } = issueToken('s', context.tx.tenantId);
  await replaceLink(context.tx, { campaignId, respondentId, tokenHash, by: context.caller.accountId, at: context.now });
  return `/answer#${token}`;
}

export const revokeLink: H<'revokeLink'> = async (context, { campaignId, respondentId }) => {
  await findStatus(context.tx, campaignId, respondentId);
  await deleteLink(context.tx, campaignId, respondentId);
  await deletePassedLink(context.tx, campaignId, respondentId);
  return OK;
};

export const openOwnLink: H<'openOwnLink'> = async (context, { campaignId, respondentId }) => {
  const campaign = await findCampaign(context.tx, campaignId);
  const status = await findStatus(context.tx, campaignId, respondentId, true);
  if (status.kind !== 'person' || status.account_id !== context.caller.accountId)
    throw new AppError('permission.refused', { message: '自分に届いている調査票だけを開けます。' });
  if (!campaign.anonymous || campaign.state !== 'open')
    throw new AppError('state.refused', { message: '受付中の匿名の調査ではありません。一覧を開き直してください。' });
  return { path: await newLink(context, { campaign_id: campaignId, respondent_id: respondentId }) };
};

export const forgetPeople: H<'forgetPeople'> = async (context, { campaignId, version }) => {
  const campaign = await lockCampaign(context.tx, campaignId);
  if (campaign.state !== 'closed')
    throw new AppError('state.refused', { message: '名簿を消せるのは、調査を締め切った後です。' });
  await checkVersion(context, campaign, version);
  return { removed: await forgetAll(context, campaign) };
};

/** Removes what is known of the people of a campaign, but for their answers; answers with how many people that were. */
export async function forgetAll(context: Context, campaign: CampaignRow): Promise<number> {
  const removed = (await listPeople(context.tx, campaign.id)).length;
  if (removed === 0) return 0;
  await forget(context.tx, campaign.id);
  facts.record(context, 'people.forgotten', {
    engagementId: campaign.engagement_id,
    subject: campaign.id,
    data: { people: removed },
  });
  return removed;
}
