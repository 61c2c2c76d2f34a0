/** What the journal remembers about people and organisation: ids, parties and roles, never names or addresses. */
import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';
import { day, id } from '../../kernel/schema.ts';
import { party, role } from './shapes.ts';

const membership = z.strictObject({
  party,
  roles: z.array(role),
  department: id.nullable(),
  firm: id.nullable(),
});

export const facts = defineFacts({
  'department.created': {
    data: z.strictObject({ from: day, bureau: id.nullable() }),
    when: 'A bureau or section is registered.',
  },
  'department.renamed': {
    data: z.strictObject({ from: day }),
    when: 'A bureau or section gets another name from a day on.',
  },
  'department.moved': {
    data: z.strictObject({ from: day, bureau: id.nullable() }),
    when: 'A section comes under another bureau from a day on.',
  },
  'department.closed': {
    data: z.strictObject({ from: day, successors: z.array(id) }),
    when: 'A bureau or section ends; the day is the first on which it no longer exists.',
  },
  'account.created': {
    data: membership,
    when: 'An account is made, with a password or together with an invitation.',
  },
  'account.invited': {
    data: z.strictObject({ reason: z.enum(['new', 'renewed', 'reset']) }),
    when: 'A link to choose a password is issued.',
  },
  'account.activated': {
    data: z.strictObject({ method: z.enum(['invitation', 'oidc']) }),
    when: 'The invited person takes the account in use.',
  },
  'account.locked': {
    data: z.strictObject({ failures: z.int() }),
    when: 'Sign-in is stopped for a while after repeated failures.',
  },
  'account.unlocked': { data: z.strictObject({}), when: 'An administrator lifts the stop of sign-in.' },
  'account.roles-changed': {
    data: z.strictObject({ before: z.array(role), roles: z.array(role) }),
    when: 'An administrator changes the roles of an account.',
  },
  'account.moved': {
    data: z.strictObject({ department: id.nullable(), firm: id.nullable() }),
    when: 'An administrator assigns a person to another department or firm.',
  },
  'account.disabled': { data: z.strictObject({}), when: 'An administrator ends the use of an account.' },
  'account.credentials-changed': {
    data: z.strictObject({ what: z.enum(['password', 'totp-enabled', 'totp-disabled']) }),
    when: 'A person changes the password or the second factor.',
  },
  'session.started': {
    data: z.strictObject({ method: z.enum(['password', 'oidc', 'first-run']), secondFactor: z.boolean() }),
    when: 'A person signs in.',
  },
  'session.refused': {
    data: z.strictObject({ reason: z.enum(['password', 'code']) }),
    when: 'A sign-in to an existing account fails.',
  },
});
