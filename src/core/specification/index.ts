export { clauseLabel } from './label.ts';
export {
  CLAUSE_KINDS,
  ClauseSchema,
  DeliverableSchema,
  MeetingSchema,
  OpenPointSchema,
  SpecificationSchema,
  StandardSchema,
  WbsItemSchema,
  type Clause,
  type DeliverableDefinition,
  type MeetingDefinition,
  type OpenPoint,
  type Specification,
  type StandardDefinition,
  type WbsItem,
} from './specification.ts';
export {
  parseSpecification,
  resolveSpecification,
  SpecificationError,
  type ClauseOpenPoint,
  type Readings,
  type SpecificationSource,
} from './parse.ts';
