/** Complete answer sheets of the shipped forms, for tests. */
import { readFileSync } from 'node:fs';
import { parseQuestionnaire, type Questionnaire, questionnaireItems } from '../../content-schema/index.ts';
import type { AnswerRow, AnswerSheet, ItemAnswer } from '../answer.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../../../content/questionnaires/${name}.yaml`, import.meta.url), 'utf8');

export const selfCheckForm: Questionnaire = parseQuestionnaire(read('self-check-2026'));
export const surveyForm: Questionnaire = parseQuestionnaire(read('preliminary-survey-2026'));

/** All はい, except what `changed` says. */
export function selfCheckSheet(changed: Readonly<Record<string, ItemAnswer>> = {}): AnswerSheet {
  const answers = questionnaireItems(selfCheckForm).map((item) => [item.id, { value: 'yes' }] as const);
  return { ...Object.fromEntries(answers), ...changed };
}

export const asset: AnswerRow = {
  'asset-name': '申請書の綴り',
  'asset-kind': 'application',
  medium: ['paper'],
  confidentiality: 'grade-3b',
  amount: 'under-1000',
  frequency: 'daily',
  storage: 'locked-cabinet',
  'taking-out': false,
  outsourced: false,
};

/** A department with one ordinary asset and nothing else, except what `changed` says. */
export function surveySheet(changed: Readonly<Record<string, ItemAnswer>> = {}): AnswerSheet {
  return {
    'asset-table': { value: [asset] },
    'visitor-traffic': { value: 'few' },
    'server-room': { value: 'none' },
    'external-service-use': { value: 'no' },
    'past-incident': { value: 'none' },
    ...changed,
  };
}
