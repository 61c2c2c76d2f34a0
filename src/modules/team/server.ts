import { defineServerModule } from '../../kernel/module.ts';
import { teamContract } from './contract.ts';
import { documents } from './documents/index.ts';
import { erasure } from './erasure.ts';
import { facts } from './facts.ts';
import { downloadDocument } from './operations/documents.ts';
import { decideChange, listChanges, requestChange } from './operations/changes.ts';
import {
  checkIndependence,
  declareIndependence,
  downloadEvidence,
  recheckCredential,
  registerCredential,
  registerExperience,
  registerQualification,
} from './operations/evidence.ts';
import { confirmInstruction, issueInstruction, listInstructions } from './operations/instructions.ts';
import { appointLead, assignMember, editMember, removeMember } from './operations/members.ts';
import { declareCareer, declareExpertise, declareVendorTies } from './operations/statements.ts';
import { nameSubstitute } from './operations/substitutes.ts';
import { getConditions, getTeam, listChoices } from './operations/team.ts';
import { lists, noLists } from './lists/index.ts';

export default defineServerModule({
  contract: teamContract,
  facts: facts.kinds,
  dependsOn: ['engagement', 'people'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    downloadDocument,
    getTeam,
    getConditions,
    listChoices,
    checkIndependence,
    assignMember,
    updateMember: editMember,
    removeMember,
    appointLead,
    nameSubstitute,
    registerQualification,
    registerExperience,
    registerCredential,
    recheckCredential,
    declareIndependence,
    declareCareer,
    declareExpertise,
    declareVendorTies,
    issueInstruction,
    confirmInstruction,
    listInstructions,
    requestChange,
    decideChange,
    listChanges,
    downloadEvidence,
  },
  documents,
  erasure,
  lists,
  noLists,
});
