/** What happened since the last regular meeting, as text of the report and as papers. */
import { addDays, type Day, dayOf, weekdayOf } from '../../../core/calendar/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { meetingsContract, PaperContent } from '../contract.ts';
import type { PreparedKind } from '../meeting-types.ts';
import { draftInformation, draftIssues, draftProgress, draftSchedule } from '../rules/paper-content.ts';
import { type CountedFact, progressText, REPORTED_KINDS } from '../rules/report.ts';
import { regularDays } from '../rules/series.ts';
import { listMeetings as listRows, type MeetingRow } from '../store/meetings.ts';
import { informationOf, issuesOf } from './issues.ts';
import { type Setting, settingOf } from './setting.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const draftReport: H<'draftReport'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const until = input.until ?? context.today;
  const rows = await listRows(context.tx, input.engagementId);
  const since = lastHeld(rows, setting, setting.regular[0]?.type ?? null, until);
  const text = progressText({
    since,
    until,
    facts: await countedFacts(context, input.engagementId),
    openActions: openActions(rows),
  });
  return { since, until, text };
};

/** The day of the last meeting of the series before `until`, else the day of the contract. */
function lastHeld(rows: readonly MeetingRow[], { profile }: Setting, type: string | null, until: Day): Day {
  const last = rows.findLast((row) => row.type === type && row.state === 'held' && row.date < until);
  return last?.date ?? profile.contractDate;
}

const openActions = (rows: readonly MeetingRow[]) =>
  rows.flatMap((row) => row.draft.actions.filter(({ doneOn }) => doneOn === null));

async function countedFacts(context: Context, engagementId: string): Promise<CountedFact[]> {
  const journal = await readFacts(context.tx, { engagementId, kinds: REPORTED_KINDS });
  return journal.map(({ kind, at, data }) => ({
    kind,
    data,
    day: typeof data['occurredOn'] === 'string' ? data['occurredOn'] : dayOf(at),
  }));
}

export interface Occasion {
  /** The meeting that the paper is for; null for the state of today. */
  readonly meeting: MeetingRow | null;
}

/** A paper as the records of this moment fill it. */
export async function draftPaper(
  context: Context,
  setting: Setting,
  kind: PreparedKind,
  { meeting }: Occasion,
): Promise<PaperContent> {
  const engagementId = setting.profile.id;
  const { today } = context;
  // Prepared ahead, a paper for a meeting to come tells what is known today.
  const until = meeting === null || meeting.date > today ? today : meeting.date;
  if (kind === 'issues') return draftIssues(await issuesOf(context, engagementId), until);
  const rows = await listRows(context.tx, engagementId);
  const series = setting.regular.find(({ type }) => type === meeting?.type) ?? setting.regular[0];
  const since = lastHeld(rows, setting, series?.type ?? null, meeting?.date ?? addDays(today, 1));
  if (kind === 'information') return draftInformation(await informationOf(context, engagementId), since, until);
  const client = context.client(engagementContract);
  const { tasks } = await client.listTasks({ engagementId });
  if (kind === 'schedule') {
    const { periodFrom: from, periodTo: to } = setting.profile;
    return draftSchedule({ asOf: until, from, to, tasks, chapters: setting.chapters });
  }
  const { obligations } = await client.listObligations({ engagementId });
  return draftProgress({
    since,
    until,
    next: nextDay(rows, setting, series?.type ?? null, meeting?.date ?? today),
    facts: await countedFacts(context, engagementId),
    tasks,
    obligations,
    openActions: openActions(rows),
  });
}

/** The next meeting of the series after `day`: the one that stands, else where it would lie; a month without a series. */
function nextDay(rows: readonly MeetingRow[], setting: Setting, type: string | null, day: Day): Day {
  const stands = rows.find((row) => row.type === type && row.date > day && row.state !== 'cancelled');
  if (stands !== undefined) return stands.date;
  const { calendar, conditions, regular, profile } = setting;
  const cadence = regular.find((kind) => kind.type === type)?.cadence ?? { n: 1, unit: 'months' as const };
  const [, next] = regularDays(
    { from: day, to: profile.periodTo, weekday: weekdayOf(day), cadence, weekdays: conditions.weekdays },
    calendar,
  );
  return next ?? profile.periodTo;
}
