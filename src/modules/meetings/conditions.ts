/** What a specification says about meetings and messages, as data. Browser-safe. */
export const MEETING_TYPES = {
  biweekly: '定例の打合せ（隔週）',
  kickoff: 'キックオフ',
  'ciso-plan': 'CISOへの計画の説明',
  'ciso-result': 'CISOへの結果の説明',
  section: '監査対象課への説明',
  report: '報告会',
  working: '個別の打合せ',
} as const;
export type MeetingType = keyof typeof MEETING_TYPES;

/** Whom a meeting of the kind is for, where the kind says so. */
export const MEETING_AUDIENCES: Readonly<Partial<Record<MeetingType, string>>> = {
  'ciso-plan': 'CISO',
  'ciso-result': 'CISO',
  report: 'CISO',
  section: '監査対象課',
};

export const MEETING_MODES = ['対面', 'オンライン'] as const;
export type MeetingMode = (typeof MEETING_MODES)[number];

export const MESSAGE_CHANNELS = ['電子メール', '電話', '書面', 'その他'] as const;

export interface MeetingConditions {
  readonly specification: string;
  /** The regular meeting: how often, on which days of the week (Monday = 1), in which mode. */
  readonly regular: {
    readonly clause: string;
    readonly type: MeetingType;
    readonly everyWeeks: number;
    readonly weekdays: readonly number[];
    readonly mode: MeetingMode;
  };
  readonly online: {
    readonly licenceClause: string;
    readonly licenceBy: string;
    readonly terminalsBy: string;
    readonly toolClause: string;
    /** True when the tool must work in a browser unless the city agrees otherwise. */
    readonly browserOnly: boolean;
  };
  readonly messages: { readonly clause: string; readonly basicChannel: string };
}

const CHIBA_2026: MeetingConditions = {
  specification: 'chiba-2026',
  regular: { clause: '8(2)-p2', type: 'biweekly', everyWeeks: 2, weekdays: [1, 2, 3, 4, 5], mode: 'オンライン' },
  online: {
    licenceClause: '8(2)-p3',
    licenceBy: '受注者',
    terminalsBy: '発注者及び受注者',
    toolClause: '8(2)-p4',
    browserOnly: true,
  },
  messages: { clause: '8(2)-p1', basicChannel: '電子メール' },
};

const ALL: readonly MeetingConditions[] = [CHIBA_2026];

/** The conditions of a specification; those of chiba serve where a specification has none of its own yet. */
export function meetingConditionsOf(specification: string): MeetingConditions {
  return ALL.find((conditions) => conditions.specification === specification) ?? CHIBA_2026;
}
