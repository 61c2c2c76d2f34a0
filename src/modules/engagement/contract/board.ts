/** Contract, board part: what is due, late and will be late, month by month, and what is new since the last look. */
import { z } from 'zod';
import { BOARD_GROUPS } from '../../../core/obligation/board.ts';
import { OBLIGATION_STATES } from '../../../core/obligation/obligation.ts';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, done, engagementInput, line, version } from '../../../kernel/schema.ts';
import { obligation } from './obligations.ts';

/** `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const boardItem = obligation.extend({
  group: z.enum(BOARD_GROUPS),
  capability: z.string(),
  /** Why the duty will be late as things stand. */
  risk: z.string().nullable(),
  /** People who work on the clause by the plan. */
  persons: z.array(z.string()),
  /** The contractor has asked to be excused and the city has not decided. */
  waiverRequested: z.boolean(),
  /** Records behind the state beyond those in `proof`. */
  moreProof: z.int(),
});
export type BoardItem = z.output<typeof boardItem>;

const word = z.string().max(60);
const choice = z.array(z.string());
const count = z.int().nonnegative();
const partyCount = { contractor: count, city: count };

export const boardOperations = {
  listBoard: query({
    summary: '義務を、期限の近さと遅れの見込みで分けて返す。',
    permission: 'engagement.follow',
    input: engagementInput.extend({
      party: z.enum(['all', 'contractor', 'city']).default('all'),
      state: z.enum([...OBLIGATION_STATES, 'all', 'open']).default('all'),
      group: z.enum([...BOARD_GROUPS, 'all']).default('all'),
      capability: word.default(''),
      kind: word.default(''),
      /** A clause id, or part of the clause, its title or the duty. */
      clause: z.string().max(100).default(''),
      person: z.string().max(200).default(''),
      month: z.union([month, z.literal('')]).default(''),
      page: z.int().min(1).max(10_000).default(1),
      pageSize: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      today: day,
      groups: z.array(z.strictObject({ group: z.enum(BOARD_GROUPS), count })),
      total: count,
      items: z.array(boardItem),
      choices: z.strictObject({ capabilities: choice, kinds: choice, persons: choice, months: choice }),
    }),
  }),
  forecastObligations: query({
    summary: '委託期間の残りについて、月と週ごとの義務の数と、遅れる見込みのある義務を返す。',
    permission: 'engagement.follow',
    input: engagementInput,
    output: z.strictObject({
      today: day,
      months: z.array(
        z.strictObject({
          month,
          ...partyCount,
          weeks: z.array(z.strictObject({ from: day, to: day, ...partyCount })),
          duties: z.array(
            z.strictObject({
              key: z.string(),
              title: z.string(),
              clause: z.string(),
              party: z.string(),
              due: day,
              derivation: z.string(),
              risk: z.string().nullable(),
            }),
          ),
          /** Duties of the month that the list leaves out. */
          more: count,
        }),
      ),
      risks: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          clause: z.string(),
          party: z.string(),
          cause: z.enum(['plan', 'pace', 'cap', 'validity']),
          expected: day.nullable(),
          sentence: z.string(),
        }),
      ),
    }),
  }),
  getWeek: query({
    summary: 'この週の義務と打合せを、日ごとに返す。',
    permission: 'engagement.follow',
    input: engagementInput.extend({ day: day.optional() }),
    output: z.strictObject({
      today: day,
      from: day,
      to: day,
      days: z.array(
        z.strictObject({
          day,
          /** Why the city is closed on that day. */
          closed: z.string().nullable(),
          duties: z.array(boardItem),
          meetings: z.array(z.strictObject({ id: z.string(), name: z.string(), confirmed: z.boolean() })),
          milestones: z.array(z.string()),
        }),
      ),
      late: z.array(boardItem),
    }),
  }),
  getMonthReport: query({
    summary: '一か月に期限が来る一方の当事者の義務を、その月の末日の状態とともに返す。',
    permission: 'engagement.follow',
    input: engagementInput.extend({ month, party: z.enum(['contractor', 'city']) }),
    output: z.strictObject({
      today: day,
      /** The day at whose end the states hold. */
      judgedOn: day,
      months: z.array(month),
      duties: z.array(obligation),
    }),
  }),
  downloadMonthReport: download({
    summary: '義務履行状況月次報告を文書として取得する。',
    permission: 'engagement.follow',
    input: engagementInput.extend({
      month,
      party: z.enum(['contractor', 'city']),
      format: z.enum(['docx', 'pdf', 'xlsx']),
    }),
  }),
  listNotices: query({
    summary: '前に義務の画面を開いた後に、期限が近づいた義務と期限を過ぎた義務を返す。',
    permission: 'engagement.follow',
    input: engagementInput,
    output: z.strictObject({
      since: day.nullable(),
      total: count,
      items: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          clause: z.string(),
          due: day.nullable(),
          state: z.enum(['due', 'breached']),
          since: day,
        }),
      ),
    }),
  }),
  markBoardSeen: command({
    summary: '義務の画面を見たことを記し、次のお知らせの起点とする。',
    permission: 'engagement.follow',
    input: engagementInput,
    output: done,
  }),
  listClosedDays: query({
    summary: '市が独自に閉庁とする日を返す。',
    permission: 'engagement.follow',
    input: engagementInput,
    output: z.strictObject({ days: z.array(z.strictObject({ day, name: line })), version }),
  }),
  setClosedDays: command({
    summary: '市が独自に閉庁とする日を定める。営業日・開庁日の計算に用いる。',
    permission: 'engagement.calendar',
    input: engagementInput.extend({
      days: z.array(z.strictObject({ day, name: line })).max(100),
      version,
    }),
    output: done,
  }),
};
