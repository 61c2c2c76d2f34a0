/** Team: the contractor's people in one engagement, what they can prove, and what the specification asks of them. */
import { defineContract } from '../../kernel/contract.ts';
import { evidenceOperations } from './contract/evidence.ts';
import { memberOperations } from './contract/members.ts';
import { teamPermissions } from './contract/permissions.ts';

export const teamContract = defineContract({
  id: 'team',
  title: '体制',
  permissions: teamPermissions,
  operations: { ...memberOperations, ...evidenceOperations },
});

export type {
  Change,
  Condition,
  Credential,
  Experience,
  Instruction,
  Member,
  Qualification,
} from './contract/views.ts';
