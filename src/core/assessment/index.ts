/** Answer sheets: model, check, points. Free of schema libraries, so that pages use it too. */
export {
  type AnswerRow,
  type AnswerSheet,
  answerTo,
  EXPLANATION_LIMIT,
  isItemAnswered,
  type ItemAnswer,
  rowsOf,
  saysSomething,
  YES_NO_NA,
  YES_NO_NA_LABELS,
  type YesNoNa,
} from './answer.ts';
export { hasValue, holds, isRequired, isShown, rowValues, sheetValues, visibleItems } from './condition.ts';
export { COUNTED_ROWS, EXPOSURE_FACTORS, type Exposure, type ExposureFactorId, exposureOf } from './exposure.ts';
export { achievementOf, type ItemScore, scoreSelfCheck, type SelfCheckScore } from './score.ts';
export { type ProblemKind, type SheetProblem, validateSheet, wrongValue } from './validate.ts';
