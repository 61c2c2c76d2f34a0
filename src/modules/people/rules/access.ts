/** Who may be what, and who may invite whom. */
import { type Party, type Role, ROLES, ROLES_OF_PARTY } from '../../../kernel/role.ts';

export interface Membership {
  readonly party: Party;
  readonly roles: readonly Role[];
  readonly departmentId: string | null;
  readonly firmId: string | null;
}

export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** Roles that make sense only inside a department. */
const DEPARTMENT_ROLES: readonly Role[] = ['department-head', 'department-staff', 'system-owner'];

/** What is wrong with an account's place in the organisation, or null. */
export function membershipProblem(membership: Membership): Problem | null {
  const { party, roles, departmentId, firmId } = membership;
  const foreign = roles.find((role) => !ROLES_OF_PARTY[party].includes(role));
  if (foreign !== undefined)
    return { path: 'roles', message: `「${ROLES[foreign]}」は、この立場の人には付けられません。` };
  if (party === 'city') {
    if (firmId !== null) return { path: 'firmId', message: '市の人には事業者を指定しないでください。' };
    if (departmentId === null && roles.some((role) => DEPARTMENT_ROLES.includes(role)))
      return { path: 'departmentId', message: '所属の役割を付ける人には、所属を指定してください。' };
    return null;
  }
  if (departmentId !== null) return { path: 'departmentId', message: '市の外の人には所属を指定しないでください。' };
  if (party !== 'system' && firmId === null) return { path: 'firmId', message: '事業者を指定してください。' };
  return null;
}

/**
 * Whether these inviters' roles reach an account: administrators everybody, the security office the city and vendors,
 * the project manager the people of the own firm. Only an administrator makes administrators.
 */
export function mayInvite(
  inviter: { readonly roles: readonly Role[]; readonly firmId: string | null },
  invited: Membership,
): boolean {
  if (inviter.roles.includes('administrator')) return true;
  if (invited.roles.includes('administrator') || invited.party === 'system') return false;
  if (inviter.roles.includes('security-office') && (invited.party === 'city' || invited.party === 'vendor'))
    return true;
  return (
    inviter.roles.includes('project-manager') &&
    invited.party === 'contractor' &&
    inviter.firmId !== null &&
    invited.firmId === inviter.firmId
  );
}
