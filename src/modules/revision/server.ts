/** The revision of standards on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { revisionContract } from './contract.ts';
import { facts } from './facts.ts';
import * as revision from './operations/revision.ts';

export default defineServerModule({
  contract: revisionContract,
  facts: facts.kinds,
  dependsOn: ['standards', 'audit', 'questionnaire', 'self-check'],
  handlers: {
    previewRevision: revision.previewRevision,
    applyRevision: revision.applyRevision,
    undoRevision: revision.undoRevision,
  },
  noLists: {
    previewRevision: '適用する前の見通しであり、確認項目と調査票はそれぞれの一覧から取り出す。',
  },
});
