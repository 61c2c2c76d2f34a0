/** Checklists of the audit programmes on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { checklistContract } from './contract.ts';
import { documents } from './documents/index.ts';
import { facts } from './facts.ts';
import { lists, noLists } from './lists/index.ts';
import * as catalogues from './operations/catalogues.ts';
import * as checklists from './operations/checklists.ts';
import { downloadDocument } from './operations/documents.ts';
import * as earlier from './operations/earlier.ts';
import { getItemsForTarget } from './operations/for-target.ts';
import * as items from './operations/items.ts';

export default defineServerModule({
  contract: checklistContract,
  facts: facts.kinds,
  dependsOn: ['engagement', 'standards', 'audit-plan'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listCatalogues: catalogues.listCatalogues,
    getCatalogue: catalogues.getCatalogue,
    listChecklists: checklists.listChecklists,
    getChecklist: checklists.getChecklist,
    draftChecklist: checklists.draftChecklist,
    saveChecklist: checklists.saveChecklist,
    proposeChecklist: checklists.proposeChecklist,
    agreeChecklist: checklists.agreeChecklist,
    returnChecklist: checklists.returnChecklist,
    changeChecklist: checklists.changeChecklist,
    reviseForms: checklists.reviseForms,
    getItemsForTarget,
    addCatalogueItems: items.addCatalogueItems,
    addOwnItem: items.addOwnItem,
    changeItem: items.changeItem,
    leaveOutItem: items.leaveOutItem,
    bringBackItem: items.bringBackItem,
    removeOwnItem: items.removeOwnItem,
    groundItems: items.groundItems,
    remarkItem: items.remarkItem,
    listEarlierItems: earlier.listEarlierItems,
    addEarlierItem: earlier.addEarlierItem,
    changeEarlierItem: earlier.changeEarlierItem,
    removeEarlierItem: earlier.removeEarlierItem,
    takeEarlierChecklist: earlier.takeEarlierChecklist,
    compareChecklist: earlier.compareChecklist,
    downloadDocument,
  },
  documents,
  lists,
  noLists,
});
