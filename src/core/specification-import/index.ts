export { type ClauseKind } from './kind.ts';
export { type DocumentForm, type DocumentFormat, type FoundDocument } from './documents.ts';
export {
  type Evidence,
  type Found,
  type FoundCadence,
  type FoundDay,
  type FoundDeadline,
  type FoundQuantity,
} from './finding.ts';
export { type ProposedHead } from './head.ts';
export { type SourceLine, type SourcePart } from './line.ts';
export { type FoundCondition } from './people.ts';
export { proposeSpecification, type Proposal, type ProposedClause } from './propose.ts';
export { summaryOf } from './summary.ts';
export {
  parametersOf,
  specificationFrom,
  type DraftClause,
  type DraftDeliverable,
  type HeadAnswers,
  type SpecificationDraft,
} from './specification.ts';
export type { DraftMeeting } from './draft-meeting.ts';
