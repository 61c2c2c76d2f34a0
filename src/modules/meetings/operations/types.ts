/** Which meetings there are, which of them have a day, and which day the others could have. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Handler } from '../../../kernel/module.ts';
import type { meetingsContract } from '../contract.ts';
import { spanWords } from '../rules/deadlines.ts';
import { suggestSchedule as suggest } from '../rules/suggest.ts';
import { listMeetings as listRows } from '../store/meetings.ts';
import { meetingInSight, meetingOf, sees } from './common.ts';
import { settingOf } from './setting.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const listTypes: H<'listTypes'> = async (context, { engagementId }) => {
  const { kinds, conditions } = await settingOf(context, engagementId);
  const { minutes, online, venue } = conditions;
  return {
    types: [...kinds],
    weekdays: conditions.weekdays,
    minutes:
      minutes === undefined
        ? null
        : {
            clause: minutes.clause,
            withinText: minutes.within === undefined ? null : spanWords(minutes.within),
            approval: minutes.approval,
          },
    online:
      online === undefined
        ? null
        : { clause: online.clause, browserOnly: online.browserOnly, agreement: online.agreement },
    venueBy: venue?.by ?? null,
  };
};

export const suggestSchedule: H<'suggestSchedule'> = async (context, { engagementId, from }) => {
  const { kinds, conditions, profile, calendar } = await settingOf(context, engagementId);
  const rows = await listRows(context.tx, engagementId);
  const earliest = [context.today, profile.periodFrom, from ?? context.today].toSorted().at(-1) ?? context.today;
  const suggestions = suggest(
    {
      kinds,
      standing: rows.map(({ type, date, state }) => ({ type, date, cancelled: state === 'cancelled' })),
      from: earliest,
      to: profile.periodTo,
      weekdays: conditions.weekdays,
    },
    calendar,
  );
  return { suggestions: [...suggestions] };
};

export const listMeetings: H<'listMeetings'> = async (context, { engagementId }) => {
  const setting = await settingOf(context, engagementId);
  const rows = await listRows(context.tx, engagementId);
  return { meetings: rows.filter((row) => sees(context, row)).map((row) => meetingOf(context, row, setting)) };
};

export const getMeeting: H<'getMeeting'> = async (context, input) => {
  const { row, setting } = await meetingInSight(context, input);
  return meetingOf(context, row, setting);
};
