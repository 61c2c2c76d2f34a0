/** The roles that a person may be given, with their names, as forms offer them. */
import { type Party, type Role, ROLES, ROLES_OF_PARTY } from '../../../kernel/role.ts';

export interface RoleChoice {
  readonly value: Role;
  readonly label: string;
}

/** Only an administrator can make another administrator. */
export function roleChoices(party: Party, byAdministrator: boolean): readonly RoleChoice[] {
  return ROLES_OF_PARTY[party]
    .filter((role) => byAdministrator || role !== 'administrator')
    .map((value) => ({ value, label: ROLES[value] }));
}

export function roleNames(roles: readonly Role[]): string {
  return roles.map((role) => ROLES[role]).join('、');
}
