/** The records of the module by their tables. */
import { createRecordStore, type RecordOf } from '../../../kernel/record-store.ts';
import { closingContent } from '../contract/follow-up.ts';
import { PLAN_STATES, planContent } from '../contract/plans.ts';
import { SUPPORT_STATES, supportContent } from '../contract/support.ts';

export const planRecords = createRecordStore({
  table: 'improvement_plan',
  states: PLAN_STATES,
  keys: { departmentId: 'department_id', findingId: 'finding_id' },
  content: planContent,
  taken: 'この発見事項の改善計画書シートは、既に作られています。一覧を開き直してください。',
});
export const supportRecords = createRecordStore({
  table: 'improvement_support',
  states: SUPPORT_STATES,
  keys: { departmentId: 'department_id' },
  content: supportContent,
});
/** The end of the follow-up of one kind of audits. */
export const closingRecords = createRecordStore({
  table: 'improvement_closing',
  states: ['closed'],
  keys: { type: 'type' },
  content: closingContent,
  taken: 'この監査の改善支援は、既に終えています。',
});

export type PlanRecord = RecordOf<typeof planRecords>;
export type SupportRecord = RecordOf<typeof supportRecords>;
