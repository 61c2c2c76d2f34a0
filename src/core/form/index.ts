export {
  type BlockValue,
  type DayValue,
  field,
  type FieldKind,
  type FormData,
  type FormField,
  type FormValue,
  isBlockValue,
  isDayValue,
  linesField,
  linesValue,
  listField,
  listValue,
} from './field.ts';
export { checkForm, type FormProblem, type MarkedText, type ProblemKind, TURN } from './check.ts';
export { cleanName, type Mark, type MarkKind, marksOf, opens } from './marks.ts';
export { exampleData, holds, linesOfValue, lookUp, type Scope, turnsOf } from './scope.ts';
