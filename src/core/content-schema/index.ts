/** Content files of the product: what they may hold and how they are read. */
export {
  auditTarget,
  catalogueItems,
  catalogueOfStandard,
  findCatalogueItem,
  parseAuditCatalogue,
  standardOfCatalogue,
} from './audit-catalogue.ts';
export type {
  AuditCatalogue,
  CatalogueChapter,
  CatalogueFile,
  CatalogueItem,
  CatalogueSection,
} from './audit-catalogue.ts';
export { AUDIT_TARGET_LABELS } from './audit-target.ts';
export type { AuditTarget } from './audit-target.ts';
export {
  parseChecklist,
  contractItems,
  auditItems,
  technique,
  TECHNIQUE_LABELS,
  contractDocument,
  CONTRACT_DOCUMENT_LABELS,
} from './checklist.ts';
export type {
  AuditChecklistItem,
  Checklist,
  ContractChecklist,
  ContractChecklistItem,
  ContractDocument,
  DepartmentChecklist,
  Technique,
} from './checklist.ts';
export { reference, severity, suitability, SUITABILITY_LABELS } from './common.ts';
export type { Reference, Severity, Suitability } from './common.ts';
export { condition, conditionHolds, conditionItems, isAnswered } from './condition.ts';
export type { AnswerValue, Condition } from './condition.ts';
export type { FormItem, Guidance, MatrixItem, Option, TableColumn, TableItem, YesNoNaItem } from './form-item.ts';
export { parseItem, parseItemSet } from './loose-items.ts';
export { ContentError } from './parse.ts';
export type { ContentFault, Terms } from './parse.ts';
export { parseDraft, parseQuestionnaire, questionnaireItems } from './questionnaire.ts';
export type { Questionnaire, QuestionnaireSection } from './questionnaire.ts';
export type { Shelf } from './taken.ts';
export { meaningOf, SURVEY_TYPE_IDS, SURVEY_TYPE_LABELS, SURVEY_TYPES } from './survey-type.ts';
export type { SurveyType, SurveyTypeMeaning } from './survey-type.ts';
export { citationOf, findProvision, parseStandard } from './standard.ts';
export type { Control, ControlGroup, Provision, Standard } from './standard.ts';
export { parseSynonyms, parseThemes } from './vocabulary.ts';
export type { Theme } from './vocabulary.ts';
export { audience, AUDIENCE_LABELS, libraryItems, parseItemLibrary } from './item-library.ts';
export type { Audience, ItemGroup, ItemLibrary } from './item-library.ts';
