/** Shapes that the operations of people and access share. Browser-safe. */
import { z } from 'zod';
import { PARTIES, type Role, ROLES } from '../../kernel/role.ts';
import { day, id, instant, line, version } from '../../kernel/schema.ts';

export const role = z.enum(Object.keys(ROLES) as [Role, ...Role[]]);
export const party = z.enum(PARTIES);

export const department = z.strictObject({
  id,
  name: z.string(),
  kana: z.string(),
  /** The bureau (局) above a section (課); null for a bureau itself. */
  bureauId: id.nullable(),
  bureauName: z.string().nullable(),
  validFrom: day,
  /** The last day on which it exists; null while no end is known. */
  validTo: day.nullable(),
});
export type Department = z.output<typeof department>;

export const accountSummary = z.strictObject({
  id,
  displayName: z.string(),
  /** 職名, 「課長」. */
  title: z.string().nullable(),
  party,
  roles: z.array(role),
  departmentId: id.nullable(),
  organisation: z.string().nullable(),
});
export type AccountSummary = z.output<typeof accountSummary>;

/**
 * `invited` has not chosen a password yet, `locked` failed too often and waits, `disabled` was ended by an
 * administrator.
 */
export const accountStatus = z.enum(['invited', 'active', 'locked', 'disabled']);
export type AccountStatus = z.output<typeof accountStatus>;

export const accountDetail = accountSummary.extend({
  loginName: z.string(),
  email: z.string().nullable(),
  firmId: id.nullable(),
  status: accountStatus,
  /** Real time, not the time of a demonstration. */
  lockedUntil: instant.nullable(),
  totp: z.boolean(),
  version,
});
export type AccountDetail = z.output<typeof accountDetail>;

export const firmKind = z.enum(['contractor', 'vendor']);
export const firm = z.strictObject({ id, kind: firmKind, name: z.string(), version });
export type Firm = z.output<typeof firm>;

/** A department with its whole history, for the page that reorganises. */
export const organisationUnit = z.strictObject({
  id,
  validFrom: day,
  validTo: day.nullable(),
  /** Who took over when it was closed. */
  successorIds: z.array(id),
  /** Names and bureaus from their days on, ascending; the first begins at `validFrom`. */
  periods: z.array(z.strictObject({ from: day, name: z.string(), kana: z.string(), bureauId: id.nullable() })),
  version,
});
export type OrganisationUnitReply = z.output<typeof organisationUnit>;

/**
 * A name to sign in with: width, case and surrounding space do not matter, so nobody is locked out by an input method.
 */
export const loginName = z
  .string()
  .normalize('NFKC')
  .trim()
  .toLowerCase()
  .min(2)
  .max(64)
  .regex(/^[a-z0-9][a-z0-9._@+-]*[a-z0-9]$/);

/** A chosen password; its quality is judged by `rules/password.ts`, which also says what is wrong. */
export const password = z.string().min(1).max(256);
export const kana = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\p{Cc}]*$/u);
export const email = z.email().max(200);

/** An existing department, or `new:<key>` for one that the same reorganisation creates. */
export const departmentReference = z.union([id, z.string().regex(/^new:[a-z0-9-]{1,40}$/)]);

export const change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('create'),
    key: z.string().regex(/^[a-z0-9-]{1,40}$/),
    name: line,
    kana,
    bureau: departmentReference.nullable(),
  }),
  z.strictObject({ kind: z.literal('rename'), departmentId: id, version, name: line, kana }),
  z.strictObject({ kind: z.literal('move'), departmentId: id, version, bureau: departmentReference.nullable() }),
  z.strictObject({
    kind: z.literal('close'),
    departmentId: id,
    version,
    successors: z.array(departmentReference).max(20),
  }),
]);
export type ChangeInput = z.output<typeof change>;

export const newAccount = z.strictObject({
  loginName,
  displayName: line,
  title: line.nullable().default(null),
  party,
  roles: z.array(role).min(1).max(12),
  departmentId: id.nullable().default(null),
  firmId: id.nullable().default(null),
  email: email.nullable().default(null),
});
export type NewAccountInput = z.output<typeof newAccount>;

/** The note of the installation about who may be played in its demonstration. */
export const demonstrationPeople = z.array(
  z.strictObject({ loginName: z.string(), displayName: z.string(), title: z.string(), password: z.string() }),
);

export const whoAmIReply = z.discriminatedUnion('signedIn', [
  z.strictObject({
    signedIn: z.literal(false),
    /** True while no account exists. */
    firstRun: z.boolean(),
    /** Sign-in through the municipality's own identity provider, when configured. */
    oidc: z.strictObject({ label: z.string() }).nullable(),
    demonstration: z.strictObject({ people: demonstrationPeople }).nullable(),
  }),
  z.strictObject({
    signedIn: z.literal(true),
    account: z.strictObject({
      id,
      loginName: z.string(),
      displayName: z.string(),
      title: z.string().nullable(),
      party,
      roles: z.array(role),
    }),
    tenant: z.strictObject({ id: z.int(), name: z.string(), demonstration: z.boolean() }),
    /** Permissions of every module that the roles hold: the browser shows only what can be used. */
    permissions: z.array(z.string()),
    /** The municipality's day; a demonstration lives in its own time. */
    today: day,
  }),
]);
export type WhoAmI = z.output<typeof whoAmIReply>;
