/**
 * An executable contract year: everything the two parties do from contract to completion, in order of time, through
 * the contract. It is the demonstration, the end-to-end test, the benchmark load and the proof of the clause table.
 */
import type { Application } from '../../kernel/application.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { Client, Contract } from '../../kernel/contract.ts';

/** One person of the year; signs in as `loginName` in the demonstration. */
export interface Person {
  readonly key: string;
  readonly loginName: string;
  readonly displayName: string;
  /** 職名, shown in the list of demonstration people. */
  readonly title: string;
}

export interface Step {
  /** The day and time in Asia/Tokyo at which it happens: `2026-06-01 09:00`. */
  readonly at: string;
  /** What happens, in Japanese, for the progress line. */
  readonly title: string;
  run(): Promise<void>;
}

/** What a year can do: act as a person, bring a file. Its own records live in its closures. */
export interface World {
  readonly application: Application;
  readonly tenantId: number;
  /** The operations of a contract as one of the people. */
  as<C extends Contract>(person: string, contract: C): Client<C>;
  /** Uploads bytes as that person; answers with the file's id. */
  upload(person: string, name: string, bytes: Uint8Array): Promise<string>;
  /** Declares who a person is once the account exists. */
  enrol(person: string, caller: Caller): void;
  caller(person: string): Caller;
}

export interface Year {
  readonly specification: string;
  readonly municipality: { readonly code: string; readonly name: string };
  /** Day on which the demonstration stands when it is made. */
  readonly demonstrationDay: string;
  /** Password of every demonstration person. */
  readonly demonstrationPassword: string;
  readonly people: readonly Person[];
  /** The steps in order of time. */
  steps(world: World): readonly Step[];
}
