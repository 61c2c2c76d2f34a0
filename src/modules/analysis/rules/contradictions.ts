/** Answers that do not fit what the audit saw, or what the same department answered last year. Pure. */
import { type AnswerSheet, answerTo, type YesNoNa, YES_NO_NA_LABELS } from '../../../core/assessment/index.ts';
import { type Questionnaire, questionnaireItems } from '../../../core/content-schema/index.ts';

export type ContradictionKind = 'survey' | 'evidence' | 'last-year';

export interface Doubt {
  readonly kind: ContradictionKind;
  readonly item: string;
  readonly message: string;
}

/** What the auditors judged about a point that items of the self-check ask about. */
export interface JudgedCheck {
  readonly title: string;
  readonly selfCheckItems: readonly string[];
  readonly judgement: 'adequate' | 'minor' | 'inadequate' | 'not-applicable' | 'unconfirmed';
  /** Pieces of evidence that were seen. */
  readonly evidence: number;
}

const JUDGED = { adequate: '適切', minor: '一部不備', inadequate: '不備', 'not-applicable': '対象外' } as const;

/** Judgements that the answer does not lead one to expect. */
const UNEXPECTED: Readonly<Record<YesNoNa, readonly (keyof typeof JUDGED)[]>> = {
  yes: ['minor', 'inadequate', 'not-applicable'],
  no: ['adequate'],
  'not-applicable': ['adequate', 'minor', 'inadequate'],
};

/** Answers of one department against the judgements of its audit. */
export function againstEvidence(form: Questionnaire, answers: AnswerSheet, checks: readonly JudgedCheck[]): Doubt[] {
  return checks.flatMap(({ title, selfCheckItems, judgement, evidence }) =>
    selfCheckItems.flatMap((id): Doubt[] => {
      const item = questionnaireItems(form).find((one) => one.id === id);
      const value = answerTo(answers, id)?.value;
      if (item?.type !== 'yes-no-na' || !isAnswer(value) || judgement === 'unconfirmed') return [];
      if (!UNEXPECTED[value].includes(judgement)) return [];
      const seen = evidence === 0 ? '' : `（証拠${evidence}件）`;
      return [
        {
          kind: 'evidence',
          item: id,
          message: `問${item.number}に「${YES_NO_NA_LABELS[value]}」と答えていますが、監査では確認項目「${title}」を「${JUDGED[judgement]}」と判断しています${seen}。`,
        },
      ];
    }),
  );
}

const isAnswer = (value: unknown): value is YesNoNa => value === 'yes' || value === 'no' || value === 'not-applicable';

/** Items with the same meaning whose answer of last year does not fit this year's. */
export function againstLastYear(
  form: Questionnaire,
  answers: AnswerSheet,
  earlier: { readonly form: Questionnaire; readonly answers: AnswerSheet },
): Doubt[] {
  const known = new Map(questionnaireItems(earlier.form).map((item) => [item.id, item]));
  return questionnaireItems(form).flatMap((item): Doubt[] => {
    const before = known.get(item.id);
    if (item.type !== 'yes-no-na' || before?.type !== item.type || before.revision !== item.revision) return [];
    const [was, is] = [answerTo(earlier.answers, item.id)?.value, answerTo(answers, item.id)?.value];
    if (!isAnswer(was) || !isAnswer(is) || was === is) return [];
    const reason = reasonOf(was, is);
    if (reason === null) return [];
    const message = `問${item.number}に、前回は「${YES_NO_NA_LABELS[was]}」、今回は「${YES_NO_NA_LABELS[is]}」と答えています。${reason}`;
    return [{ kind: 'last-year', item: item.id, message }];
  });
}

/** いいえ that became はい is what one hopes for. */
function reasonOf(was: YesNoNa, is: YesNoNa): string | null {
  if (was === 'yes' && is === 'no') return '後退した理由を確かめてください。';
  if (was === 'no' && is === 'not-applicable') return '対応しないまま対象から外れていないかを確かめてください。';
  if (was === 'yes' && is === 'not-applicable') return '業務がなくなったかどうかを確かめてください。';
  if (was === 'not-applicable') return '新しく始めた業務があるかどうかを確かめてください。';
  return null;
}
