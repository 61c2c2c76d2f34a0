/** Checklists of the audit programmes: drafted from catalogues, discussed and agreed with the city, in versions. */
import { defineContract } from '../../kernel/contract.ts';
import { catalogueOperations } from './contract/catalogues.ts';
import { checklistOperations } from './contract/checklists.ts';
import { earlierOperations } from './contract/earlier.ts';
import { itemOperations } from './contract/items.ts';
import { checklistPermissions } from './contract/permissions.ts';

export const checklistContract = defineContract({
  id: 'checklist',
  title: '監査チェックリスト',
  permissions: checklistPermissions,
  operations: { ...catalogueOperations, ...checklistOperations, ...itemOperations, ...earlierOperations },
});

export type { CatalogueItemView, CatalogueSectionView, CatalogueView } from './contract/catalogues.ts';
export type { ChecklistHead, ChecklistView, Tally } from './contract/checklists.ts';
export type { EarlierView } from './contract/earlier.ts';
export type { ItemView } from './contract/items.ts';
