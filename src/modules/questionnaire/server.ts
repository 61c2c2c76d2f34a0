import { defineServerModule } from '../../kernel/module.ts';
import { questionnaireContract } from './contract.ts';
import { facts } from './facts.ts';
import { buildDraft, createQuestionnaire, listLibraryItems, searchLibrary } from './operations/building.ts';
import { discardDraft, importFromContent, publish, startNextEdition } from './operations/editing.ts';
import { compareQuestionnaires, getQuestionnaire, listContent, listQuestionnaires } from './operations/reading.ts';
import { lists, noLists } from './lists/index.ts';

export default defineServerModule({
  contract: questionnaireContract,
  facts: facts.kinds,
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listQuestionnaires,
    getQuestionnaire,
    compareQuestionnaires,
    listContent,
    importFromContent,
    startNextEdition,
    createQuestionnaire,
    buildDraft,
    searchLibrary,
    listLibraryItems,
    discardDraft,
    publish,
  },
  lists,
  noLists,
});
