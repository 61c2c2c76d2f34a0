/** The records of the module by their tables. */
import { createRecordStore, type RecordOf } from '../../../kernel/record-store.ts';
import { CHECKLIST_STATES, checklistContent } from '../contract/checklists.ts';
import { earlierContent } from '../contract/earlier.ts';
import { ITEM_STATES, itemContent } from '../contract/items.ts';

export const checklists = createRecordStore({
  table: 'checklist',
  states: CHECKLIST_STATES,
  keys: { programmeId: 'programme_id' },
  content: checklistContent,
});
export const items = createRecordStore({
  table: 'checklist_item',
  states: ITEM_STATES,
  keys: { checklistId: 'checklist_id' },
  content: itemContent,
});
export const earlier = createRecordStore({
  table: 'checklist_earlier',
  states: ['recorded'],
  keys: { checklistId: 'checklist_id' },
  content: earlierContent,
});

export type ChecklistRecord = RecordOf<typeof checklists>;
export type ItemRecord = RecordOf<typeof items>;
export type EarlierRecord = RecordOf<typeof earlier>;
