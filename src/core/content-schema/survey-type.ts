/**
 * The kinds of surveys, and what each of them means for the product. Everything that depends on the kind of a survey reads
 * this table; a new kind is a row here.
 */

/** How answers are counted: points from はい, いいえ and 対象外; or only sums of what was chosen. */
type Results = 'points' | 'counts';

export interface SurveyTypeMeaning {
  readonly label: string;
  readonly results: Results;
  /** Which part of a department's risk value its answers give; null: none. Clause 9(1)イ【自己点検】-p2. */
  readonly risk: 'gap' | 'exposure' | null;
  /** Whether only one of the kind may be under way in an engagement at a time. */
  readonly single: boolean;
  /** Who may be asked, one answer each; the first is what is usual. */
  readonly units: readonly ('department' | 'person' | 'affair')[];
  /** What the survey is about has to be named (the course that it prepares); null: it speaks for itself. */
  readonly about: string | null;
}

export const SURVEY_TYPES = {
  'self-check': {
    label: '自己点検',
    results: 'points',
    risk: 'gap',
    single: true,
    units: ['department', 'person'],
    about: null,
  },
  'preliminary-survey': {
    label: '予備調査',
    results: 'counts',
    risk: 'exposure',
    single: true,
    units: ['department'],
    about: null,
  },
  'my-number-self-check': {
    label: 'マイナンバー自己点検',
    results: 'points',
    risk: null,
    single: true,
    units: ['affair', 'department', 'person'],
    about: null,
  },
  'pre-audit-survey': {
    label: '監査の事前調査',
    results: 'counts',
    risk: null,
    single: false,
    units: ['department', 'person', 'affair'],
    about: '監査の対象',
  },
  'course-survey': {
    label: '研修の事前アンケート',
    results: 'counts',
    risk: null,
    single: false,
    units: ['person', 'department'],
    about: '研修の名称',
  },
} as const satisfies Readonly<Record<string, SurveyTypeMeaning>>;

export type SurveyType = keyof typeof SURVEY_TYPES;

/** In the order in which people are offered them. */
export const SURVEY_TYPE_IDS = Object.keys(SURVEY_TYPES) as [SurveyType, ...SurveyType[]];

/** Japanese names by kind. */
export const SURVEY_TYPE_LABELS = Object.fromEntries(
  SURVEY_TYPE_IDS.map((type) => [type, SURVEY_TYPES[type].label]),
) as Readonly<Record<SurveyType, string>>;

export const meaningOf = (type: SurveyType): SurveyTypeMeaning => SURVEY_TYPES[type];
