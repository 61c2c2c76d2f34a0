/**
 * Answers of the self-check that do not fit the same department's preliminary survey. They do not lower any value; they are
 * starting points for the documents and hearings of clause 9(1)イ-p1. Pure.
 */
import { type AnswerRow, type AnswerSheet, answerTo, rowsOf } from '../../../core/assessment/index.ts';

export interface Contradiction {
  readonly rule: string;
  /** Item of the self-check. */
  readonly checkItem: string;
  /** Item of the preliminary survey. */
  readonly surveyItem: string;
  readonly message: string;
}

interface Rule extends Contradiction {
  readonly applies: (check: (item: string) => unknown, survey: Survey) => boolean;
}

interface Survey {
  readonly value: (item: string) => unknown;
  readonly assets: readonly AnswerRow[];
  readonly services: readonly AnswerRow[];
}

const includes = (value: unknown, wanted: string): boolean =>
  value === wanted || (Array.isArray(value) && value.includes(wanted));
const isGrade3 = (row: AnswerRow): boolean => String(row['confidentiality'] ?? '').startsWith('grade-3');

const RULES: readonly Rule[] = [
  {
    rule: 'taking-out',
    checkItem: 'asset-takeout-permission',
    surveyItem: 'asset-table',
    message: '自己点検では持出しがないとして対象外と答えていますが、予備調査には庁外へ持ち出す情報資産があります。',
    applies: (check, { assets }) =>
      check('asset-takeout-permission') === 'not-applicable' && assets.some((row) => row['taking-out'] === true),
  },
  {
    rule: 'removable-media',
    checkItem: 'place-media',
    surveyItem: 'asset-table',
    message: '自己点検では記録媒体がないとして対象外と答えていますが、予備調査には記録媒体に入れた情報資産があります。',
    applies: (check, { assets }) =>
      check('place-media') === 'not-applicable' && assets.some((row) => includes(row['medium'], 'removable')),
  },
  {
    rule: 'server-room',
    checkItem: 'place-server-room',
    surveyItem: 'server-room',
    message: '自己点検ではサーバ室がないとして対象外と答えていますが、予備調査ではサーバを置いていると答えています。',
    applies: (check, { value }) =>
      check('place-server-room') === 'not-applicable' && ['room', 'office'].includes(String(value('server-room'))),
  },
  {
    rule: 'external-service',
    checkItem: 'cloud-approval',
    surveyItem: 'external-service-use',
    message:
      '自己点検では外部サービスを使っていないとして対象外と答えていますが、予備調査では外部サービスの契約があると答えています。',
    applies: (check, { value }) =>
      check('cloud-approval') === 'not-applicable' && value('external-service-use') === 'yes',
  },
  {
    rule: 'service-register',
    checkItem: 'cloud-approval',
    surveyItem: 'external-service-table',
    message:
      '自己点検では管理台帳に載せていると答えていますが、予備調査には台帳に登録していない外部サービスがあります。',
    applies: (check, { services }) =>
      check('cloud-approval') === 'yes' && services.some((row) => row['in-register'] === false),
  },
  {
    rule: 'outsourcing',
    checkItem: 'outsourcing-contract',
    surveyItem: 'asset-table',
    message:
      '自己点検では業務委託がないとして対象外と答えていますが、予備調査には委託先などに渡している情報資産があります。',
    applies: (check, { assets }) =>
      check('outsourcing-contract') === 'not-applicable' && assets.some((row) => row['outsourced'] === true),
  },
  {
    rule: 'locked-storage',
    checkItem: 'asset-locked-storage',
    surveyItem: 'asset-table',
    message:
      '自己点検では施錠して保管していると答えていますが、予備調査には鍵のない棚や机に置いている機密性3の情報資産があります。',
    applies: (check, { assets }) =>
      check('asset-locked-storage') === 'yes' && assets.some((row) => isGrade3(row) && row['storage'] === 'open-shelf'),
  },
];

/** All contradictions between the two sheets of one department, in the order of the rules. */
export function contradictionsOf(check: AnswerSheet, survey: AnswerSheet): Contradiction[] {
  const value = (sheet: AnswerSheet) => (item: string) => answerTo(sheet, item)?.value;
  const facts: Survey = {
    value: value(survey),
    assets: rowsOf(answerTo(survey, 'asset-table')),
    services: rowsOf(answerTo(survey, 'external-service-table')),
  };
  return RULES.filter((rule) => rule.applies(value(check), facts)).map(({ rule, checkItem, surveyItem, message }) => ({
    rule,
    checkItem,
    surveyItem,
    message,
  }));
}
