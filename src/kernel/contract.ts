/**
 * Operations as data. A module's `contract.ts` names every operation with its input, output, permission and kind;
 * the server mounts it, the browser and other modules call it, OpenAPI is generated from it. Browser-safe.
 */
import type { z } from 'zod';
import type { Role } from './role.ts';

/** `query` reads, `command` changes and writes facts, `download` answers with a file. */
export type OperationKind = 'query' | 'command' | 'download';

/** `anyone` needs no session (sign-in), `signed-in` needs only a session; everything else is a row of the permission table. */
export type OpenPermission = 'anyone' | 'signed-in';

export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: OperationKind;
  /** One Japanese sentence for OpenAPI and the permission table. */
  readonly summary: string;
  readonly permission: string;
  readonly input: I;
  readonly output: O;
  /** Input or output holds a secret: nothing of the call is kept for answering it a second time. */
  readonly confidential?: true;
  /** One part of a larger step: other modules carry it out inside theirs, nobody calls it from outside. */
  readonly nestedOnly?: true;
}

/** One row of the permission table: who may, and why. A role not named may not. */
export interface Permission {
  readonly roles: readonly Role[];
  readonly because: string;
}

export interface Contract {
  readonly id: string;
  readonly title: string;
  readonly permissions: Readonly<Record<string, Permission>>;
  readonly operations: Readonly<Record<string, Operation>>;
}

/**
 * Declares a contract. Every operation's permission must be a row of the contract's own table or an open permission:
 * a misspelt one does not compile.
 */
export function defineContract<
  const P extends Readonly<Record<string, Permission>>,
  const O extends Readonly<Record<string, Operation & { readonly permission: (keyof P & string) | OpenPermission }>>,
>(contract: {
  readonly id: string;
  readonly title: string;
  readonly permissions: P;
  readonly operations: O;
}): {
  readonly id: string;
  readonly title: string;
  readonly permissions: P;
  readonly operations: O;
} {
  return contract;
}

type Declared<I extends z.ZodType, O extends z.ZodType, P extends string> = {
  readonly summary: string;
  readonly permission: P;
  readonly input: I;
  readonly output: O;
  readonly confidential?: true;
  readonly nestedOnly?: true;
};

export function query<I extends z.ZodType, O extends z.ZodType, const P extends string>(
  operation: Declared<I, O, P>,
): Declared<I, O, P> & { readonly kind: 'query' } {
  return { kind: 'query', ...operation };
}

export function command<I extends z.ZodType, O extends z.ZodType, const P extends string>(
  operation: Declared<I, O, P>,
): Declared<I, O, P> & { readonly kind: 'command' } {
  return { kind: 'command', ...operation };
}

/** A download's handler answers with a `FileReply`, so it declares no output schema. */
export function download<I extends z.ZodType, const P extends string>(operation: {
  readonly summary: string;
  readonly permission: P;
  readonly input: I;
}): Declared<I, z.ZodType<FileReply>, P> & { readonly kind: 'download' } {
  return { kind: 'download', output: fileReply, ...operation };
}

/** What a download answers with. `bytes` is the whole file; names may be Japanese. */
export interface FileReply {
  readonly name: string;
  readonly mediaType: string;
  /** Empty where `stream` is given. */
  readonly bytes: Uint8Array;
  /** A page that the product made, to be shown in a frame of its own pages instead of being saved. It can run nothing. */
  readonly shown?: true;
  /** A large file: its size in bytes and its content piece by piece, instead of `bytes`. */
  readonly stream?: { readonly size: number; readonly chunks: AsyncIterable<Uint8Array> };
}

// Downloads leave as bytes, not JSON; the schema only has to exist for the typed client and is never run over the bytes.
const fileReply = { parse: (value: unknown) => value } as unknown as z.ZodType<FileReply>;

export type InputOf<C extends Contract, K extends keyof C['operations']> = z.input<C['operations'][K]['input']>;
export type ParsedInputOf<C extends Contract, K extends keyof C['operations']> = z.output<C['operations'][K]['input']>;
export type OutputOf<C extends Contract, K extends keyof C['operations']> = z.output<C['operations'][K]['output']>;

/** A typed caller of one contract: in-process for modules, CLI and years, over HTTP for the browser. */
export type Client<C extends Contract> = {
  readonly [K in keyof C['operations']]: (input: InputOf<C, K>, options?: CallOptions) => Promise<OutputOf<C, K>>;
};

export interface CallOptions {
  /** Same key, same effect: a command sent twice is carried out once. */
  readonly idempotencyKey?: string;
}
