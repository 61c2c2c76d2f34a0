export {
  CONSULTATION_CHANNELS,
  ConditionsSchema,
  MEETING_MODES,
  MeetingSchema,
  type CareerCondition,
  type Conditions,
  type ConsultationConditions,
  type DutyConditions,
  type ExperienceCondition,
  type FollowUpConditions,
  type FirmCondition,
  type MeetingConditions,
  type MeetingDefinition,
  type MeetingMode,
  type PeopleCondition,
  type TeamConditions,
} from './conditions.ts';
export { DeliverySchema, MEDIA, taskOf, type DeliveryConditions, type DeliveryTask, type Medium } from './delivery.ts';
export { beginsWith, chaptersOf, clausesByChapter, ReportSchema, type ReportChapter } from './report.ts';
export { clauseLabel, clauseNumber } from './label.ts';
export {
  CLAUSE_KINDS,
  ClauseSchema,
  DeliverableSchema,
  OpenPointSchema,
  PrecedenceSchema,
  RoleSchema,
  SpecificationSchema,
  StandardSchema,
  WbsItemSchema,
  type Clause,
  type DeliverableDefinition,
  type OpenPoint,
  type Specification,
  type StandardDefinition,
  type WbsItem,
} from './specification.ts';
export { problemsWithLines, type LocatedProblem } from './problem-line.ts';
export {
  checkReadings,
  parseSpecification,
  resolveSpecification,
  SpecificationError,
  underDefaults,
  type ClauseOpenPoint,
  type Readings,
  type SpecificationProblem,
  type SpecificationSource,
} from './parse.ts';
