/** A paper that is owed for every month: it exists for the months that have passed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApplication } from '../../kernel/application.ts';
import { localBlobStore } from '../../kernel/blob.ts';
import { AppError } from '../../kernel/error.ts';
import { smallDisk } from '../../kernel/test-disk.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { deliverablesContract } from './contract.ts';

let test: TestApplication;
let engagementId: string;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-04-01T01:00:00.000Z' });
  ({ engagementId } = await test.application
    .client(engagementContract, test.caller(['project-manager']))
    .createEngagement({
      specification: 'tokubetsuku',
      contractDate: '2026-04-01',
      periodTo: '2027-03-31',
      contractor: '青空監査法人',
      client: { department: '情報政策課', address: '一番1号', tel: '000-000-0000', fax: '', email: '' },
      places: ['区役所'],
    }));
});
afterAll(() => test.close());

it('is owed month by month, made from the records, and not before the month is over', async () => {
  const deliverables = test.application.client(deliverablesContract, test.caller(['audit-lead']));
  const months = async () =>
    (await deliverables.listDeliverables({ engagementId })).deliverables
      .filter(({ type }) => type === 'month-report')
      .map(({ subject, subjectName }) => [subject, subjectName]);
  expect(await months()).toEqual([]);
  test.clock.moveTo('2026-06-15T01:00:00.000Z');
  expect(await months()).toEqual([
    ['2026-04', '令和8年4月分'],
    ['2026-05', '令和8年5月分'],
  ]);
  const wanted = { engagementId, type: 'month-report', format: 'docx' } as const;
  const { name, bytes } = await deliverables.previewDocument({ ...wanted, subject: '2026-05' });
  expect(name).toContain('義務履行状況月次報告');
  expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK');
  await expect(deliverables.previewDocument({ ...wanted, subject: '2026-06' })).rejects.toMatchObject({
    code: 'record.missing',
  });
  const made = await deliverables.produce({ engagementId, type: 'month-report', subject: '2026-04' });
  expect(made.files.map(({ format }) => format).toSorted()).toEqual(['docx', 'pdf', 'xlsx']);
});

const disk = smallDisk(4);
afterAll(() => disk?.remove());

it.skipIf(disk === null)('keeps the old version when the disk is full, and says what to do', async () => {
  const withoutRoom = localBlobStore(disk?.folder ?? '');
  const lead = test.caller(['audit-lead']);
  const owed = { engagementId, type: 'month-report', subject: '2026-04' };
  const versions = async () =>
    (await test.application.client(deliverablesContract, lead).listDeliverables({ engagementId })).deliverables
      .filter(({ type, subject }) => type === owed.type && subject === owed.subject)
      .flatMap((deliverable) => deliverable.versions);
  const before = await versions();
  expect(before).toHaveLength(1);
  const { parts } = test.application;
  let kept = 0;
  const full = createApplication({
    ...parts,
    blobs: {
      ...parts.blobs,
      // The first of the three files still fits.
      put(bytes, limit) {
        kept += 1;
        return kept < 2 ? parts.blobs.put(bytes, limit) : withoutRoom.put(bytes, limit);
      },
    },
  });
  const refusal = await full
    .client(deliverablesContract, lead)
    .produce(owed)
    .catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'storage.full', status: 507 });
  expect(refusal instanceof AppError ? refusal.toReply().message : '').toContain('空きが足りない');
  expect(kept).toBe(2);
  expect(await versions()).toEqual(before);
  // With room again the next version is made as if nothing had happened.
  await test.application.client(deliverablesContract, lead).produce(owed);
  expect(await versions()).toHaveLength(2);
});
