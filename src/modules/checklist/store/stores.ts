/** The records of the module by their tables. */
import { CHECKLIST_STATES, checklistContent } from '../contract/checklists.ts';
import { earlierContent } from '../contract/earlier.ts';
import { ITEM_STATES, itemContent } from '../contract/items.ts';
import { recordStore, type RecordStore } from './record-store.ts';

interface OfChecklist {
  readonly checklistId: string;
}

export const checklists = recordStore<
  typeof checklistContent,
  (typeof CHECKLIST_STATES)[number],
  { readonly programmeId: string }
>({ table: 'checklist', states: CHECKLIST_STATES, keys: ['programme_id'], content: checklistContent });
export const items = recordStore<typeof itemContent, (typeof ITEM_STATES)[number], OfChecklist>({
  table: 'checklist_item',
  states: ITEM_STATES,
  keys: ['checklist_id'],
  content: itemContent,
});
export const earlier = recordStore<typeof earlierContent, 'recorded', OfChecklist>({
  table: 'checklist_earlier',
  states: ['recorded'],
  keys: ['checklist_id'],
  content: earlierContent,
});

type RecordOf<S> =
  S extends RecordStore<infer C, infer State, infer K> ? Awaited<ReturnType<RecordStore<C, State, K>['get']>> : never;
export type ChecklistRecord = RecordOf<typeof checklists>;
export type ItemRecord = RecordOf<typeof items>;
export type EarlierRecord = RecordOf<typeof earlier>;
