import { defineServerModule } from '../../kernel/module.ts';
import { exchangeContract } from './contract.ts';
import { facts } from './facts.ts';
import { downloadList, listLists, listSubjects } from './operations/lists.ts';
import { applyList, previewList } from './operations/read-back.ts';

export default defineServerModule({
  contract: exchangeContract,
  facts: facts.kinds,
  dependsOn: ['engagement'],
  handlers: { listLists, listSubjects, downloadList, previewList, applyList },
  noLists: {
    listLists: '一覧の一覧であり、業務の記録ではない。',
    listSubjects: '取り出すときの選択肢であり、業務の記録ではない。',
  },
});
