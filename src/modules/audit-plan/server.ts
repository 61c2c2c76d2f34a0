/** Planning of audits on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { auditPlanContract } from './contract.ts';
import { facts } from './facts.ts';
import { lists, noLists } from './lists/index.ts';
import * as people from './operations/people.ts';
import * as programmes from './operations/programmes.ts';
import * as targets from './operations/targets.ts';
import * as team from './operations/team.ts';

export default defineServerModule({
  contract: auditPlanContract,
  facts: facts.kinds,
  dependsOn: ['people', 'engagement', 'team'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listBundledProgrammes: programmes.listBundledProgrammes,
    listProgrammes: programmes.listProgrammes,
    getProgramme: programmes.getProgramme,
    adoptProgramme: programmes.adoptProgramme,
    copyProgramme: programmes.copyProgramme,
    editProgramme: programmes.editProgramme,
    saveProgramme: programmes.saveProgramme,
    publishProgramme: programmes.publishProgramme,
    discardProgramme: programmes.discardProgramme,
    retireProgramme: programmes.retireProgramme,
    listTargets: targets.listTargets,
    getTarget: targets.getTarget,
    checkTargets: team.checkTargets,
    addTarget: targets.addTarget,
    changeTarget: targets.changeTarget,
    decideTargets: targets.decideTargets,
    assignAuditors: team.assignAuditors,
    withdrawTarget: targets.withdrawTarget,
    decideVendorCheck: targets.decideVendorCheck,
    handOverTarget: targets.handOverTarget,
    listAuditors: people.listAuditors,
    addAuditor: people.addAuditor,
    changeAuditor: people.changeAuditor,
    removeAuditor: people.removeAuditor,
    listHistory: people.listHistory,
    addHistory: people.addHistory,
    changeHistory: people.changeHistory,
    removeHistory: people.removeHistory,
    getRotation: people.getRotation,
  },
  lists,
  noLists,
});
