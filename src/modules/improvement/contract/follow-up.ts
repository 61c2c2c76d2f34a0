/** The whole follow-up of a contract year: the board, its end, and what is handed on to the next year. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import { changed, day, id, line, occurredOn, paragraph, requiredText } from './shared.ts';

const counts = {
  all: z.int(),
  department: z.int(),
  contractor: z.int(),
  city: z.int(),
  late: z.int(),
  done: z.int(),
};

export const boardRow = z.strictObject({ bureauName: z.string(), ...counts });
export type BoardRow = z.output<typeof boardRow>;

export const closingContent = z.strictObject({
  type: z.string(),
  on: day,
  /** Plans that were still open. */
  open: z.array(id),
  note: z.string(),
  by: id,
});

const typeRow = z.strictObject({
  type: z.string(),
  title: z.string(),
  ...counts,
  closing: closingContent.nullable(),
});

export const followUpOperations = {
  getBoard: query({
    summary: '改善の進み具合を、局ごと、監査の種類ごとに数えて返す。',
    permission: 'improvement.read',
    input: engagementInput,
    output: z.strictObject({ bureaus: z.array(boardRow), types: z.array(typeRow) }),
  }),
  closeFollowUp: command({
    summary: '契約の期間の改善支援を終え、残った改善を引き継ぐものとして確定する。',
    permission: 'improvement.hand-over',
    input: z.strictObject({ engagementId: id, type: line, note: paragraph, occurredOn }),
    output: changed.extend({ open: z.int() }),
  }),
  carryOver: command({
    summary: '残った改善計画を、同じ市の次の契約に引き継ぐ。',
    permission: 'improvement.hand-over',
    input: z.strictObject({
      engagementId: id,
      toEngagementId: id,
      planIds: z.array(id).min(1).max(500),
      reason: requiredText.max(2000),
    }),
    output: z.strictObject({ carried: z.int() }),
  }),
  downloadHandOver: download({
    summary: '残った改善計画を、次の受託者に渡す引継ぎファイルとして取り出す。',
    permission: 'improvement.hand-over',
    input: engagementInput,
  }),
  importHandOver: command({
    summary: '引継ぎファイルを読み込み、前の受託者から残った改善計画を受け入れる。',
    permission: 'improvement.hand-over',
    input: z.strictObject({ engagementId: id, fileId: id }),
    output: z.strictObject({
      taken: z.int(),
      /** Titles of plans that were already here. */
      known: z.array(z.string()),
      /** Titles with departments that do not exist here. */
      unknown: z.array(z.strictObject({ title: z.string(), department: z.string() })),
    }),
  }),
} as const;
