import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pdfOf } from '../../importers/testing.ts';
import { oneChunk } from '../../kernel/blob.ts';
import { defineContract } from '../../kernel/contract.ts';
import { discoverModules } from '../../kernel/discovery.ts';
import { defineFacts } from '../../kernel/fact.ts';
import { createJobRunner } from '../../kernel/job.ts';
import { readFacts } from '../../kernel/journal.ts';
import { defineServerModule } from '../../kernel/module.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { specificationContract } from './contract.ts';

const facts = defineFacts({ 'errand.done': { data: z.strictObject({}), when: 'An errand is done.' } });
const errands = defineServerModule({
  contract: defineContract({ id: 'errands', title: '試験用の仕事', permissions: {}, operations: {} }),
  facts: facts.kinds,
  handlers: {},
  jobs: {
    errand: async (context) => facts.record(context, 'errand.done', { engagementId: null, subject: 'e', data: {} }),
  },
});

let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication({ modules: [...(await discoverModules()), errands] });
});
afterAll(() => test.close());

describe('a specification of five hundred pages', () => {
  it('is read while other jobs end', async () => {
    const office = test.caller(['security-office']);
    const client = test.application.client(specificationContract, office);
    const pages = Array.from({ length: 500 }, (_, at) => [`${at + 1} Chapter`, 'The contractor reports to the city.']);
    const { id: fileId } = await test.application.upload(office, '長い仕様書.pdf', oneChunk(pdfOf(pages)));
    const { importId } = await client.uploadDraft({ fileId });
    const runner = createJobRunner(test.application.parts);
    runner.start(5);
    const state = async () => (await client.getImport({ importId })).state;
    const until = async (wanted: string) => {
      while ((await state()) !== wanted) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await until('reading');
    await test.application.run(office, (context) => context.jobs.add({ kind: 'errand', payload: {} }));
    await until('done');
    await runner.stop();
    const journal = await test.application.parts.database.transaction(test.tenantId, (tx) =>
      readFacts(tx, { kinds: ['errand.done', 'specification.imported'] }),
    );
    expect(journal.map((fact) => fact.kind)).toEqual(['errand.done', 'specification.imported']);
  }, 120_000);
});
