/** Kinds of meetings that every engagement may hold beside those of its specification. Browser-safe. */
import type { MeetingMode } from '../../core/specification/conditions.ts';

export const MEETING_MODES = ['対面', 'オンライン', '電話'] as const satisfies readonly MeetingMode[];
export type { MeetingMode };

export const MESSAGE_CHANNELS = ['電子メール', '電話', '書面', 'その他'] as const;

/** A specification that names one of these types itself speaks in its place. */
export const STANDARD_TYPES = [
  { type: 'kickoff', name: 'キックオフ' },
  { type: 'working', name: '個別の打合せ' },
  { type: 'talk', name: '随時の協議（電話など）' },
  { type: 'report', name: '報告会' },
] as const;

/** Papers that the product prepares from the records, by kind. */
export const PAPER_TITLES = {
  progress: '進捗状況報告書',
  issues: '課題管理表',
  schedule: '概要スケジュール',
  information: '情報コーナー',
} as const;
export type PreparedKind = keyof typeof PAPER_TITLES;

/** What the information corner tells about. */
export const INFORMATION_KINDS = {
  notice: '国等からの通知',
  case: '他市の事例',
  vulnerability: '脆弱性に関する情報',
} as const;
export type InformationKind = keyof typeof INFORMATION_KINDS;

/** The two parties as they are named where one of them has something to do. */
export const SIDE_NAMES = { city: '発注者', contractor: '受託者' } as const;
