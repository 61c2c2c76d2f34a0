/** The issue list across the meetings, and the information corner. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import type { Information, Issue, meetingsContract } from '../contract.ts';
import { facts } from '../facts.ts';
import {
  type InformationRow,
  insertInformation,
  insertIssue,
  type IssueRow,
  listInformation as listInformationRows,
  listIssues as listIssueRows,
  updateInformation,
  updateIssue,
} from '../store/issues.ts';
import { listMeetings } from '../store/meetings.ts';
import { checkHappened, meetingInSight } from './common.ts';
import { settingOf } from './setting.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const listIssues: H<'listIssues'> = async (context, { engagementId }) => {
  await settingOf(context, engagementId);
  return { issues: await issuesOf(context, engagementId) };
};

/** Issues of the engagement by number. */
export async function issuesOf(context: Context, engagementId: string): Promise<Issue[]> {
  const titles = new Map((await listMeetings(context.tx, engagementId)).map(({ id, title }) => [id, title]));
  const rows = await listIssueRows(context.tx, engagementId);
  return rows.map((row) => issueOf(row, row.meeting_id === null ? null : (titles.get(row.meeting_id) ?? null)));
}

const issueOf = (row: IssueRow, meetingTitle: string | null): Issue => ({
  id: row.id,
  number: row.number,
  meetingId: row.meeting_id,
  meetingTitle,
  raisedOn: row.raised_on,
  content: row.content,
  owner: row.owner,
  due: row.due,
  response: row.response,
  closedOn: row.closed_on,
  version: row.version,
});

export const openIssue: H<'openIssue'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const day = input.raisedOn ?? context.today;
  checkHappened(context, setting, day);
  const { meetingId } = input;
  if (meetingId !== null) {
    const { row } = await meetingInSight(context, { engagementId: input.engagementId, meetingId });
    if (row.state === 'cancelled') throw fieldError('meetingId', '取りやめた会議の課題としては登録できません。');
  }
  return addIssue(context, input.engagementId, {
    meeting_id: meetingId,
    raised_on: day,
    content: input.content,
    owner: input.owner,
    due: input.due,
    response: '',
  });
};

/** A new issue with the next number. */
export async function addIssue(
  context: Context,
  engagementId: string,
  values: Pick<IssueRow, 'meeting_id' | 'raised_on' | 'content' | 'owner' | 'due' | 'response'>,
): Promise<{ id: string; number: number }> {
  if (values.due !== null && values.due < values.raised_on) {
    throw fieldError('due', '期限は、課題が挙がった日以後の日付にしてください。');
  }
  const id = context.newId();
  const number = await insertIssue(context.tx, { ...values, engagement_id: engagementId, id, closed_on: null });
  facts.record(context, 'issue.opened', {
    engagementId,
    subject: id,
    data: {
      meeting: values.meeting_id,
      ...(values.raised_on === context.today ? {} : { occurredOn: values.raised_on }),
    },
  });
  return { id, number };
}

export const changeIssue: H<'changeIssue'> = async (context, input) => {
  const row = await issueInHand(context, input);
  if (input.due !== null && input.due < row.raised_on) {
    throw fieldError('due', '期限は、課題が挙がった日以後の日付にしてください。');
  }
  const { content, owner, due, response } = input;
  return { version: await updateIssue(context.tx, row.id, row.version, { content, owner, due, response }) };
};

export const closeIssue: H<'closeIssue'> = async (context, input) => {
  const row = await issueInHand(context, input);
  const day = input.occurredOn ?? context.today;
  if (day > context.today || day < row.raised_on) {
    throw fieldError('occurredOn', '完了した日は、課題が挙がった日から今日までの日付にしてください。');
  }
  return { version: await finishIssue(context, row, input.response, day) };
};

export async function finishIssue(context: Context, row: IssueRow, response: string, day: string): Promise<number> {
  const version = await updateIssue(context.tx, row.id, row.version, { response, closed_on: day });
  facts.record(context, 'issue.closed', {
    engagementId: row.engagement_id,
    subject: row.id,
    data: day === context.today ? {} : { occurredOn: day },
  });
  return version;
}

/** An open issue in its latest version. @throws AppError `record.missing`, `record.stale`, `state.refused` */
async function issueInHand(
  context: Context,
  { engagementId, issueId, version }: { engagementId: string; issueId: string; version: number },
): Promise<IssueRow> {
  await settingOf(context, engagementId);
  const row = (await listIssueRows(context.tx, engagementId)).find(({ id }) => id === issueId);
  if (row === undefined) throw new AppError('record.missing', { internal: 'issue' });
  if (row.version !== version) throw new AppError('record.stale', { current: issueOf(row, null) });
  if (row.closed_on !== null) {
    throw new AppError('state.refused', {
      message: '完了した課題は変更できません。続きがあるときは、新しい課題として登録してください。',
    });
  }
  return row;
}

export const listInformation: H<'listInformation'> = async (context, { engagementId }) => {
  await settingOf(context, engagementId);
  return { entries: await informationOf(context, engagementId) };
};

export async function informationOf(context: Context, engagementId: string): Promise<Information[]> {
  return (await listInformationRows(context.tx, engagementId)).map(entryOf);
}

const entryOf = (row: InformationRow): Information => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  summary: row.summary,
  source: row.source,
  publishedOn: row.published_on,
  addedOn: row.added_on,
  version: row.version,
});

export const addInformation: H<'addInformation'> = async (context, input) => {
  await settingOf(context, input.engagementId);
  checkPublished(context, input.publishedOn);
  const id = context.newId();
  await insertInformation(context.tx, {
    engagement_id: input.engagementId,
    id,
    ...entryValues(input),
    added_on: context.today,
  });
  return { id };
};

export const changeInformation: H<'changeInformation'> = async (context, input) => {
  const row = await informationInHand(context, input);
  checkPublished(context, input.publishedOn);
  return { version: await updateInformation(context.tx, row.id, row.version, entryValues(input)) };
};

export const withdrawInformation: H<'withdrawInformation'> = async (context, input) => {
  const row = await informationInHand(context, input);
  return { version: await updateInformation(context.tx, row.id, row.version, { withdrawn: true }) };
};

const entryValues = (input: Pick<Information, 'kind' | 'title' | 'summary' | 'source' | 'publishedOn'>) => ({
  kind: input.kind,
  title: input.title,
  summary: input.summary,
  source: input.source,
  published_on: input.publishedOn,
});

function checkPublished(context: Context, day: string): void {
  if (day > context.today) throw fieldError('publishedOn', '公表された日は、今日までの日付にしてください。');
}

async function informationInHand(
  context: Context,
  { engagementId, informationId, version }: { engagementId: string; informationId: string; version: number },
): Promise<InformationRow> {
  await settingOf(context, engagementId);
  const row = (await listInformationRows(context.tx, engagementId)).find(({ id }) => id === informationId);
  if (row === undefined) throw new AppError('record.missing', { internal: 'information' });
  if (row.version !== version) throw new AppError('record.stale', { current: entryOf(row) });
  return row;
}
