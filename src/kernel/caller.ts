/** Who is asking: the result of a session, the command line, or another module acting for the same person. */
import { type Contract, type Operation } from './contract.ts';
import { AppError } from './error.ts';
import type { Party, Role } from './role.ts';

export interface Caller {
  readonly tenantId: number;
  readonly accountId: string;
  readonly party: Party;
  readonly roles: readonly Role[];
  /** Departments whose records the caller may see as their own (the department and, for a head, those below it). */
  readonly departmentIds: readonly string[];
  /** Added to the clock: only a demonstration municipality lives in another time than ours. Milliseconds. */
  readonly clockOffset: number;
}

/** Refuses unless the contract's own table names one of the caller's roles. An unknown permission refuses everybody. */
export function checkPermission(contract: Contract, operation: Operation, caller: Caller | null): void {
  if (operation.permission === 'anyone') return;
  if (caller === null) throw new AppError('session.required');
  if (operation.permission === 'signed-in') return;
  if (!mayUse(contract, operation.permission, caller)) {
    throw new AppError('permission.refused', { internal: `${contract.id}:${operation.permission}` });
  }
}

export function mayUse(contract: Contract, permission: string, caller: Caller): boolean {
  const row = contract.permissions[permission];
  return row !== undefined && caller.roles.some((role) => row.roles.includes(role));
}

/** The names of all permissions of these contracts that the roles hold; the browser shows only what can be used. */
export function permissionsOf(contracts: readonly Contract[], roles: readonly Role[]): string[] {
  return contracts.flatMap((contract) =>
    Object.entries(contract.permissions)
      .filter(([, row]) => roles.some((role) => row.roles.includes(role)))
      .map(([name]) => name),
  );
}

/** A department's people reach only their own department; the offices that run the year reach all. */
export function checkDepartment(caller: Caller, departmentId: string): void {
  if (!reachesDepartment(caller, departmentId)) {
    throw new AppError('permission.refused', { internal: 'department out of reach' });
  }
}

export function reachesDepartment(caller: Caller, departmentId: string): boolean {
  const wide: readonly Role[] = ['ciso', 'security-office'];
  return (
    caller.party === 'contractor' ||
    caller.party === 'system' ||
    caller.roles.some((role) => wide.includes(role)) ||
    caller.departmentIds.includes(departmentId)
  );
}

export function isCity(caller: Caller): boolean {
  return caller.party === 'city';
}
