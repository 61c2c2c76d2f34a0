/** What a specification says about consultations, as data. Browser-safe. */
import type { Span } from '../../core/calendar/opening-days.ts';

/** Ways in which a question comes and an answer goes. 画面 is the product itself. */
export const CHANNELS = ['画面', '電子メール', '電話', '訪問', 'Web会議', '書面'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface ConsultationConditions {
  readonly clause: string;
  /** The office that receives the questions of the city. */
  readonly intake: string;
  /** The kinds of questions that the clause names. */
  readonly categories: readonly string[];
  /** What the advice has to consider. */
  readonly considerations: readonly string[];
  /** What the advice has to rest on. */
  readonly basis: readonly string[];
  /** The channels that the clause names; none when it names none. */
  readonly channels: readonly Channel[];
  readonly cap: Cap | null;
  readonly answerWithin: Span | null;
}

export interface Cap {
  readonly clause: string;
  readonly max: number;
  readonly per: 'month' | 'fiscal-year';
  /** What becomes of the part of the cap that a period leaves unused. */
  readonly carryOver: 'none' | 'next-period';
  /** What counts as one: a consultation with all its further questions, or each question that is answered. */
  readonly unit: 'consultation' | 'question';
}

const KYOTO_2024: ConsultationConditions = {
  clause: '4(1)ア(ア)-p1',
  intake: '情報化推進室',
  categories: [],
  considerations: ['所管課での実現可能性', '最近の技術動向', '京都市情報セキュリティ対策基準等'],
  basis: [],
  channels: [],
  cap: { clause: '4(1)ア(ア)-p2', max: 10, per: 'month', carryOver: 'none', unit: 'consultation' },
  answerWithin: null,
};

const FUKUOKA_2025: ConsultationConditions = {
  clause: '5(4)②',
  intake: 'ＤＸ戦略部',
  categories: [
    'BYOD（私物端末の業務利用）の対策',
    'LGWAN-ASPの安全性の確かめ方',
    'パブリッククラウドの対策',
    '委託先に求める対策',
  ],
  considerations: [],
  basis: ['本市ポリシー'],
  channels: [],
  cap: null,
  answerWithin: null,
};

const KOGANEI_2023: ConsultationConditions = {
  clause: '4(6)②-p1',
  intake: '市担当者',
  categories: ['情報セキュリティインシデントの発生', '情報セキュリティ事業運営', 'マイナンバー', '調査等'],
  considerations: [],
  basis: [],
  channels: ['訪問', '電子メール', '電話'],
  cap: null,
  answerWithin: null,
};

const TOKUBETSUKU: ConsultationConditions = {
  clause: '1(10)ウ',
  intake: '区担当者',
  categories: ['情報セキュリティインシデントの発生', '情報セキュリティ事業運営', '他自治体の動向調査等'],
  considerations: [],
  basis: ['他自治体等における対応実績'],
  channels: [],
  cap: null,
  answerWithin: null,
};

const ALL: Readonly<Record<string, ConsultationConditions>> = {
  'kyoto-2024': KYOTO_2024,
  'fukuoka-2025': FUKUOKA_2025,
  'koganei-2023': KOGANEI_2023,
  tokubetsuku: TOKUBETSUKU,
};

/** The conditions of a specification; null where it says nothing about consultations. */
export function consultationConditions(specification: string): ConsultationConditions | null {
  return ALL[specification] ?? null;
}

/** Clauses under which the specifications ask for consultations: the business report tells of them there. */
export const CONSULTATION_CLAUSES: readonly string[] = Object.values(ALL).map(({ clause }) => clause);

/** Offered where the clause names no kinds of its own. */
const GENERAL_CATEGORIES = [
  'インシデント',
  '規程・基準の解釈',
  '機器・媒体・端末',
  '外部サービス・クラウド',
  '委託・調達',
  'ネットワーク・システム',
  '個人情報・マイナンバー',
] as const;

export const OTHER_CATEGORY = 'その他';

/** The kinds to choose from, in the order of the clause; the last one takes what fits nowhere. */
export function categoriesOf(conditions: ConsultationConditions | null): readonly string[] {
  const named = conditions?.categories ?? [];
  return [...(named.length === 0 ? GENERAL_CATEGORIES : named), OTHER_CATEGORY];
}

/** How an answer may go: as the clause says, always by the product itself; what is urgent by any way that is quick. */
export function answerChannels(conditions: ConsultationConditions | null, urgent: boolean): readonly Channel[] {
  const named = conditions?.channels ?? [];
  if (urgent || named.length === 0) return CHANNELS;
  return CHANNELS.filter((channel) => channel === '画面' || named.includes(channel));
}
