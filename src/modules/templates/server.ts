/** Forms on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { templatesContract } from './contract.ts';
import { facts } from './facts.ts';
import * as templates from './operations/templates.ts';

export default defineServerModule({
  contract: templatesContract,
  facts: facts.kinds,
  dependsOn: ['engagement'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listTemplates: templates.listTemplates,
    getCatalogue: templates.getCatalogue,
    registerTemplate: templates.registerTemplate,
    activateTemplate: templates.activateTemplate,
    retireTemplate: templates.retireTemplate,
    previewTemplate: templates.previewTemplate,
    downloadTemplate: templates.downloadTemplate,
    downloadSample: templates.downloadSample,
    listActiveTemplates: templates.listActiveTemplates,
    fillTemplate: templates.fillTemplate,
  },
  noLists: {
    listTemplates: '様式はファイルそのものを取り出す。',
    listActiveTemplates: '文書を作るときに使う様式であり、様式の一覧と同じものである。',
    getCatalogue: '差込み項目の説明であり、見本の様式として取り出す。',
  },
});
