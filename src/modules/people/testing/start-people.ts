/** The people module over a real database, with an administrator, browsers that keep their cookie, and helpers. */
import { type Application, createApplication } from '../../../kernel/application.ts';
import type { Caller } from '../../../kernel/caller.ts';
import type { Client } from '../../../kernel/contract.ts';
import type { JournalEntry } from '../../../kernel/fact.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Transport } from '../../../kernel/module.ts';
import type { Role } from '../../../kernel/role.ts';
import { startTestApplication, type TestApplication } from '../../../kernel/test-application.ts';
import { peopleContract } from '../contract.ts';
import people from '../server.ts';

/** A browser: it keeps the token that the server gave it and sends it back. */
export interface TestBrowser {
  token: string | null;
  /** Whose session the token opens now. */
  caller(): Promise<Caller | null>;
  call(operation: keyof typeof peopleContract.operations, input: unknown): Promise<unknown>;
}

export interface PeopleTest extends Omit<TestApplication, 'application'> {
  readonly application: Application;
  readonly administrator: Client<typeof peopleContract>;
  as(roles: readonly Role[], options?: Parameters<TestApplication['caller']>[1]): Client<typeof peopleContract>;
  browser(): TestBrowser;
  /** Facts of the first tenant, oldest first. */
  facts(): Promise<readonly JournalEntry[]>;
}

export const PASSWORD = '川べりの桜が三月に咲いた';

export async function startPeople(settings: Readonly<Record<string, string | undefined>> = {}): Promise<PeopleTest> {
  const test = await startTestApplication({ modules: [people] });
  const application = createApplication({ ...test.application.parts, settings });
  const as: PeopleTest['as'] = (roles, options) => application.client(peopleContract, test.caller(roles, options));
  return {
    ...test,
    application,
    as,
    administrator: as(['administrator']),
    browser: () => openBrowser(application),
    facts() {
      return application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, {}));
    },
  };
}

function openBrowser(application: Application): TestBrowser {
  const browser: TestBrowser = {
    token: null,
    caller: async () => (browser.token === null ? null : application.authenticate(browser.token)),
    async call(operation, input) {
      const transport: Transport = {
        token: browser.token,
        issue: (token) => {
          browser.token = token;
        },
        clear: () => {
          browser.token = null;
        },
      };
      return application.call('people', operation, input, { caller: await browser.caller(), transport });
    },
  };
  return browser;
}
