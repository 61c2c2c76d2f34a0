/** Answer sheets: model, check, points. Free of schema libraries, so that pages use it too. */
export {
  type AnswerRow,
  type AnswerSheet,
  answerTo,
  EXPLANATION_LIMIT,
  isItemAnswered,
  type ItemAnswer,
  type MatrixAnswer,
  matrixOf,
  rowsOf,
  saysSomething,
  textsOf,
  YES_NO_NA,
  YES_NO_NA_LABELS,
  type YesNoNa,
} from './answer.ts';
export {
  askedAnswers,
  atomHolds,
  hasValue,
  holds,
  isRequired,
  isShown,
  rowValues,
  sheetValues,
  type Visibility,
  visibilityOf,
  visibleItems,
} from './condition.ts';
export { COUNTED_ROWS, EXPOSURE_FACTORS, type Exposure, type ExposureFactorId, exposureOf } from './exposure.ts';
export { achievementOf, isCounted, type ItemScore, scoreSelfCheck, type SelfCheckScore } from './score.ts';
export { readAnswer, stepsOf, type TypedAnswer } from './typed-answer.ts';
export { type ProblemKind, type SheetProblem, validateSheet } from './validate.ts';
export { type ValueHolder, wrongFiles, wrongValue } from './value.ts';
export { checkForm, choicesOf, FINDING_KINDS, type FindingKind, type FormFinding } from './check-form.ts';
export { atomsOf, type Reach, reachColumn, reachItem, sheetOf } from './reachable.ts';
export { answerInWords, cellInWords, type FileNames, stepInWords, valueInWords } from './in-words.ts';
export { copyInto, ownChoices, segmentsOf } from './copy.ts';
export { designOf, type FormDesign, measuresRisk } from './design.ts';
