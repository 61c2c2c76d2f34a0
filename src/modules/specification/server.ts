/** Specifications on the server. A root of the modules: it depends on none of them. */
import { defineServerModule } from '../../kernel/module.ts';
import { specificationContract } from './contract.ts';
import { facts } from './facts.ts';
import * as drafts from './operations/drafts.ts';
import * as editing from './operations/editing.ts';
import * as imports from './operations/imports.ts';
import * as library from './operations/library.ts';
import { lists, noLists } from './lists/index.ts';

export default defineServerModule({
  contract: specificationContract,
  facts: facts.kinds,
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listSpecifications: library.listSpecifications,
    getRevision: library.getRevision,
    readSpecification: library.readSpecification,
    downloadSpecification: library.downloadSpecification,
    listDrafts: drafts.listDrafts,
    uploadDraft: imports.uploadDraft,
    getImport: imports.getImport,
    listImports: imports.listImports,
    getDraft: drafts.getDraft,
    getSource: drafts.getSource,
    checkDraft: drafts.checkDraft,
    publish: drafts.publish,
    updateHead: editing.updateHead,
    updateClause: editing.updateClause,
    arrangeClause: editing.arrangeClause,
    updateDeliverables: editing.updateDeliverables,
    updateRules: editing.updateRules,
    updateRule: editing.updateRule,
    updateWork: editing.updateWork,
    updateClausePart: editing.updateClausePart,
    updatePart: editing.updatePart,
    decideSuggestion: editing.decideSuggestion,
  },
  lists,
  noLists,
  jobs: { [imports.IMPORT_JOB]: imports.importByJob },
  longJobs: [imports.IMPORT_JOB],
});
