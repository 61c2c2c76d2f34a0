import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Role, ROLES_OF_PARTY } from '../../../kernel/role.ts';
import { mayInvite, membershipProblem } from './access.ts';
import { afterFailure, type Attempts, FREE_FAILURES, isLocked, NO_FAILURES } from './lock-out.ts';
import { passwordProblem } from './password.ts';
import { acceptedStep, codeAt, fromBase32, otpauthUri, stepOf, toBase32 } from '../sign-in/totp.ts';

describe('passwords', () => {
  it.each([
    ['みじかい', 'aoba', '12文字以上'],
    ['Password-1234', 'aoba', 'よく使われる'],
    ['tanaka.hanako', 'tanaka.hanako', '利用者名'],
    ['ａｂａｂａｂａｂａｂａｂ', 'aoba', '繰り返し'],
  ])('refuses %s', (password, loginName, reason) => {
    expect(passwordProblem(password, loginName)).toContain(reason);
  });

  it('takes any long phrase, also a Japanese one', () => {
    expect(passwordProblem('川べりの桜が三月に咲いた', 'aoba')).toBeNull();
    expect(passwordProblem('correct horse battery', 'aoba')).toBeNull();
  });
});

describe('lock-out', () => {
  const start = new Date('2026-06-01T00:00:00.000Z');

  it('lets four failures pass, then waits ever longer up to an hour', () => {
    let attempts: Attempts = NO_FAILURES;
    const waits: number[] = [];
    for (let failure = 1; failure <= 14; failure += 1) {
      attempts = afterFailure(attempts, start);
      waits.push(attempts.lockedUntil === null ? 0 : (attempts.lockedUntil.getTime() - start.getTime()) / 60_000);
    }
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
  });

  it('ends by itself', () => {
    const attempts = afterFailure({ failures: FREE_FAILURES - 1, lockedUntil: null }, start);
    expect(isLocked(attempts, new Date('2026-06-01T00:00:59.999Z'))).toBe(true);
    expect(isLocked(attempts, new Date('2026-06-01T00:01:00.000Z'))).toBe(false);
  });
});

describe('one-time codes', () => {
  const secret = toBase32(Buffer.from('12345678901234567890'));

  // RFC 6238 appendix B, SHA-1, the last six of the eight digits.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('gives the code of the standard at %i s', (seconds, code) => {
    expect(codeAt(secret, stepOf(new Date(seconds * 1000)))).toBe(code);
  });

  it('accepts a code once, and only near its time', () => {
    const now = new Date('2026-06-01T00:00:10.000Z');
    const code = codeAt(secret, stepOf(now));
    const step = acceptedStep(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, now, null);
    expect(step).toBe(stepOf(now));
    expect(acceptedStep(secret, code, now, step)).toBeNull();
    expect(acceptedStep(secret, code, new Date(now.getTime() + 30_000), null)).toBe(step);
    expect(acceptedStep(secret, code, new Date(now.getTime() + 90_000), null)).toBeNull();
  });

  it('reads every secret back that it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect([...fromBase32(toBase32(bytes))]).toEqual([...bytes]);
      }),
    );
  });

  it('names the municipality in the address for the app', () => {
    expect(otpauthUri('ABC', 'tanaka', 'あおば市')).toBe(
      `otpauth://totp/${encodeURIComponent('あおば市')}:tanaka?secret=ABC&issuer=${encodeURIComponent('あおば市')}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});

describe('places and invitations', () => {
  const person = { departmentId: null, firmId: null };
  const firmId = 'firm';

  it('keeps the roles of a party to that party', () => {
    for (const party of ['city', 'contractor', 'vendor'] as const) {
      for (const other of ['city', 'contractor', 'vendor'] as const) {
        if (party === other) continue;
        const roles: readonly Role[] = ROLES_OF_PARTY[other].slice(0, 1);
        expect(membershipProblem({ ...person, party, roles })?.path).toBe('roles');
      }
    }
  });

  it('asks for the department of department people and the firm of outsiders', () => {
    expect(membershipProblem({ ...person, party: 'city', roles: ['department-staff'] })?.path).toBe('departmentId');
    expect(membershipProblem({ ...person, party: 'vendor', roles: ['vendor'] })?.path).toBe('firmId');
    expect(membershipProblem({ departmentId: 'x', firmId, party: 'vendor', roles: ['vendor'] })?.path).toBe(
      'departmentId',
    );
    expect(membershipProblem({ ...person, party: 'city', roles: ['ciso'] })).toBeNull();
  });

  it('lets each side invite its own people only', () => {
    const city = { ...person, party: 'city', roles: ['department-staff'] as Role[] } as const;
    const contractor = { ...person, firmId, party: 'contractor', roles: ['auditor'] as Role[] } as const;
    const office = { roles: ['security-office'] as Role[], firmId: null };
    const manager = { roles: ['project-manager'] as Role[], firmId };
    expect([mayInvite(office, city), mayInvite(office, contractor)]).toEqual([true, false]);
    expect([mayInvite(manager, city), mayInvite(manager, contractor)]).toEqual([false, true]);
    expect(mayInvite(manager, { ...contractor, firmId: 'other' })).toBe(false);
    expect(mayInvite(office, { ...city, roles: ['administrator'] })).toBe(false);
    expect(mayInvite({ roles: ['administrator'], firmId: null }, { ...city, roles: ['administrator'] })).toBe(true);
  });
});
