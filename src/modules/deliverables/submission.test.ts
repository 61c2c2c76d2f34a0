/** Ways of handing in: what the specification allows, and what paper and discs need. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { document, heading, renderFile } from '../../documents/index.ts';
import { engagementContract } from '../engagement/contract.ts';
import { deliverablesContract, REVIEW_POINTS } from './contract.ts';

let test: TestApplication;
let lead: Caller;
let engagementId: string;

beforeAll(async () => {
  test = await startTestApplication({ start: '2023-04-10T00:00:00.000Z' });
  lead = test.caller(['audit-lead']);
  ({ engagementId } = await test.application
    .client(engagementContract, test.caller(['project-manager']))
    .createEngagement({
      specification: 'koganei-2023',
      contractDate: '2023-04-03',
      contractor: '青空監査法人',
      client: { department: '情報課', address: '一番1号', tel: '000-000-0000', fax: '', email: '' },
      places: ['市役所'],
    }));
});
afterAll(() => test.close());

const deliverables = () => test.application.client(deliverablesContract, lead);

it('a plan goes in on two discs, not on one, and not bound where nobody asked for that', async () => {
  const { bytes } = await renderFile(
    document({ title: '全体計画書', date: '令和5年4月10日', addressee: [], sender: '青空監査法人' }, [
      heading(1, '計画'),
    ]),
    'docx',
    '全体計画書',
  );
  const { id: fileId } = await test.application.upload(lead, '全体計画書.docx', oneChunk(bytes));
  const { id: versionId } = await deliverables().addVersion({
    engagementId,
    type: 'overall-plan',
    subject: null,
    fileIds: [fileId],
    comment: '',
  });
  await deliverables().review({ engagementId, versionId, checked: [...REVIEW_POINTS], comment: '' });
  const way = { engagementId, versionId, form: 'disc', paper: null, copies: 2 } as const;
  await expect(deliverables().submit({ ...way, form: 'bound' })).rejects.toMatchObject({
    code: 'input.invalid',
    detail: { fields: [{ path: 'form' }] },
  });
  await expect(deliverables().submit({ ...way, copies: 1 })).rejects.toMatchObject({
    code: 'input.invalid',
    detail: { fields: [{ path: 'copies', message: expect.stringContaining('電子媒体') }] },
  });
  expect(await deliverables().submit(way)).toMatchObject({ state: 'submitted', form: 'disc', copies: 2 });
  const facts = await test.application.parts.database.transaction(test.tenantId, (tx) =>
    readFacts(tx, { engagementId, kinds: ['deliverable.submitted'] }),
  );
  expect(facts[0]?.data).toMatchObject({ type: 'overall-plan', form: 'disc', copies: 2 });
});
