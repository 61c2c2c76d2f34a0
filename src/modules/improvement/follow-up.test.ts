import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engagementContract } from '../engagement/contract.ts';
import {
  approvedPlan,
  edited,
  FIELDS,
  type ImprovementTest,
  settledFindings,
  startImprovement,
} from './testing/start-improvement.ts';

let test: ImprovementTest;
let findings: string[];

beforeAll(async () => {
  test = await startImprovement('fukuoka-2025');
  findings = await settledFindings(test, 'fukuoka-external', { kind: 'system', name: '文書管理システム', at: [1] }, 5);
});
afterAll(() => test.close());

const dataOf = async (kind: string) => (await test.audit.facts(kind)).map(({ data }) => data);
const bytesOf = async (bytes: unknown): Promise<Uint8Array> => {
  if (bytes instanceof Uint8Array) return bytes;
  throw new Error('no bytes');
};

interface HandOver {
  readonly plans: readonly { readonly content: { finding: { findingId: string }; progress: unknown } }[];
}
const handedOver = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as HandOver;

describe('a sheet that is filled in and comes back', () => {
  let planId: string;
  let sheet: Uint8Array;

  beforeAll(async () => {
    const { engagementId, office, head } = test;
    const { plans } = await office.issueSheets({
      engagementId,
      findings: [{ findingId: findings[0] ?? '' }],
      replyBy: '2025-10-31',
    });
    planId = plans[0]?.id ?? '';
    sheet = await bytesOf((await head.downloadOwnSheet({ planId, format: 'xlsx' })).bytes);
  });

  it('becomes the draft of its plan and of no other', async () => {
    const bytes = await edited(sheet, (cell, rowOf) => {
      cell(rowOf('原因'), 3).value = '返却を確かめていなかった。';
      cell(rowOf('完了予定日'), 3).value = '令和7年12月26日';
      cell(rowOf('担当（職名）'), 3).value = '税務課長';
    });
    const fileId = await test.upload(bytes, '改善計画.xlsx');
    await test.head.readSheet({ planId, version: 1, fileId });
    expect((await test.head.getOwnPlan({ planId })).fields).toMatchObject({
      cause: '返却を確かめていなかった。',
      due: '2025-12-26',
      responsible: '税務課長',
      measure: '',
    });
    // Taken out before the change above: what was written meanwhile is not lost.
    const late = await test.upload(bytes, '改善計画.xlsx');
    await expect(test.head.readSheet({ planId, version: 2, fileId: late })).rejects.toMatchObject({
      detail: { message: expect.stringMatching(/取り出し直し/u) },
    });
  });

  it('is refused with a broken day, as another kind of file, and as the sheet of another plan', async () => {
    const now = await bytesOf((await test.head.downloadOwnSheet({ planId, format: 'xlsx' })).bytes);
    const broken = await edited(now, (cell, rowOf) => {
      cell(rowOf('完了予定日'), 3).value = '年内';
    });
    await expect(
      test.head.readSheet({ planId, version: 2, fileId: await test.upload(broken, '改善計画.xlsx') }),
    ).rejects.toMatchObject({ detail: { fields: [{ message: expect.stringMatching(/完了予定日：「年内」/u) }] } });
    await expect(
      test.head.readSheet({ planId, version: 2, fileId: await test.upload(new TextEncoder().encode('x'), 'a.txt') }),
    ).rejects.toMatchObject({ detail: { fields: [{ path: 'fileId' }] } });
    const other = await approvedPlan(test, findings[1] ?? '');
    const theirs = await bytesOf((await test.head.downloadOwnSheet({ planId: other.id, format: 'xlsx' })).bytes);
    await expect(
      test.head.readSheet({ planId, version: 2, fileId: await test.upload(theirs, '別のシート.xlsx') }),
    ).rejects.toMatchObject({ detail: { fields: [{ message: expect.stringMatching(/見付かりません/u) }] } });
  });
});

describe('support after the audit', () => {
  it('is put on record within the days of the specification, the day itself counted', async () => {
    const { engagementId, lead, assistant, office, departmentId } = test;
    const said = { engagementId, departmentId, planId: null, minutes: 15, asked: '台帳の様式を知りたい。' };
    await expect(assistant.noteSupport({ ...said, channel: '訪問', answered: '' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'channel' }] },
    });
    await expect(
      assistant.noteSupport({ ...said, channel: '電話', answered: '', occurredOn: '2025-10-09' }),
    ).rejects.toMatchObject({ detail: { fields: [{ path: 'occurredOn' }] } });
    const noted = await assistant.noteSupport({ ...said, channel: '電話', answered: '' });
    const [record] = (await office.listSupport({ engagementId })).records;
    expect(record).toMatchObject({ occurredOn: '2025-10-01', due: '2025-10-05', late: false, type: 'external' });
    await expect(assistant.submitSupport({ supportId: noted.id, version: noted.version })).rejects.toMatchObject({
      detail: { message: expect.stringMatching(/まだ書かれていません/u) },
    });
    const written = await assistant.changeSupport({
      ...{ supportId: noted.id, version: noted.version, channel: '電話', minutes: 15 },
      ...{ asked: said.asked, answered: '様式の例を送った。' },
    });
    await expect(
      lead.changeSupport({
        ...{ supportId: noted.id, version: noted.version, channel: '電話', minutes: 20 },
        ...{ asked: said.asked, answered: '' },
      }),
    ).rejects.toMatchObject({ code: 'record.stale' });
    const submitted = await assistant.submitSupport({ supportId: noted.id, version: written.version });
    await expect(
      lead.changeSupport({
        ...{ supportId: noted.id, version: submitted.version, channel: '電話', minutes: 20 },
        ...{ asked: said.asked, answered: '' },
      }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    const [supported] = await test.audit.facts('improvement.supported');
    const [recorded] = await test.audit.facts('improvement.support-recorded');
    expect(recorded?.subject).toBe(supported?.subject);
    expect(supported?.data).toMatchObject({ channel: '電話', occurredOn: '2025-10-01' });
  });

  it('is not written by the city or by a department', async () => {
    const { engagementId, office, head, departmentId } = test;
    const said = { engagementId, departmentId, planId: null, channel: '電話', minutes: 1, asked: 'x', answered: 'x' };
    for (const client of [office, head])
      await expect(client.noteSupport(said)).rejects.toMatchObject({ code: 'permission.refused' });
  });
});

describe('the end of the follow-up', () => {
  it('counts per bureau, names what stays open, and needs a word about it', async () => {
    const { engagementId, lead, office } = test;
    const { bureaus } = await office.getBoard({ engagementId });
    expect(bureaus).toEqual([
      { bureauName: '市民局', all: 2, department: 2, contractor: 0, city: 0, late: 0, done: 0 },
    ]);
    await expect(lead.closeFollowUp({ engagementId, type: 'external', note: '' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'note', message: expect.stringMatching(/2件/u) }] },
    });
    await expect(lead.closeFollowUp({ engagementId, type: 'internal', note: 'x' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'type' }] },
    });
    const closed = await lead.closeFollowUp({ engagementId, type: 'external', note: '次年度に確かめる。' });
    expect(closed.open).toBe(2);
    expect(await dataOf('follow-up.closed')).toEqual([expect.objectContaining({ type: 'external', open: 2 })]);
    await expect(
      lead.closeFollowUp({ engagementId, type: 'external', note: '次年度に確かめる。' }),
    ).rejects.toMatchObject({ code: 'record.duplicate' });
  });

  it('hands open plans to the next contract, with their history', async () => {
    const { engagementId, office, audit, lead } = test;
    const next = await audit.application
      .client(engagementContract, audit.caller(['project-manager']))
      .createEngagement({
        specification: 'chiba-2026',
        contractDate: '2026-06-01',
        contractor: '次の監査法人',
        client: { department: '情報課', address: '一番町1', tel: '000-000-0000', fax: '', email: '' },
        places: ['市役所'],
      });
    const { plans } = await office.listPlans({ engagementId });
    const running = plans.find(({ state }) => state === 'approved');
    const carry = { engagementId, planIds: [running?.id ?? ''], reason: '契約の終わりまでに終わらないため。' };
    await expect(lead.carryOver({ ...carry, toEngagementId: engagementId })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(
      lead.carryOver({ ...carry, engagementId: next.engagementId, toEngagementId: engagementId }),
    ).rejects.toMatchObject({ detail: { fields: [{ path: 'toEngagementId' }] } });
    await lead.carryOver({ ...carry, toEngagementId: next.engagementId });
    const [there] = (await office.listPlans({ engagementId: next.engagementId })).plans;
    expect(there).toMatchObject({ state: 'approved', fields: FIELDS, carriedFrom: { fiscalYear: 2025, years: 1 } });
    await expect(lead.carryOver({ ...carry, toEngagementId: next.engagementId })).rejects.toMatchObject({
      code: 'state.refused',
    });
    expect((await dataOf('improvement.taken-over'))[0]).toMatchObject({ fiscalYear: 2025, years: 1 });
  });

  it('hands them over by a file that the next contractor reads in once', async () => {
    const { engagementId, office, lead } = test;
    const reply = await lead.downloadHandOver({ engagementId });
    const bytes = await bytesOf(reply.bytes);
    expect(handedOver(bytes).plans).toHaveLength(1);
    const { engagements } = await test.audit.application
      .client(engagementContract, test.audit.caller(['security-office']))
      .listEngagements({});
    const to = engagements.find(({ fiscalYear }) => fiscalYear === 2026)?.id ?? '';
    const read = async (content: Uint8Array) =>
      office.importHandOver({ engagementId: to, fileId: await test.upload(content, '引継ぎ.json', 'office') });
    expect(await read(bytes)).toEqual({ taken: 1, known: [], unknown: [] });
    expect((await read(bytes)).known).toHaveLength(1);
    const text = new TextDecoder().decode(bytes);
    const encode = (changed: string) => new TextEncoder().encode(changed);
    await expect(read(encode(text.replace('あおば市', 'みどり市')))).rejects.toMatchObject({
      detail: { message: expect.stringMatching(/みどり市/u) },
    });
    await expect(read(encode('{"plans": []}'))).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(read(encode(text.replace('"issued"', '"closed"')))).rejects.toMatchObject({ code: 'input.invalid' });
  });

  it('takes no file along that somebody wrote into the hand-over', async () => {
    const { engagementId, office, lead } = test;
    const foreign = await test.upload(new TextEncoder().encode('よその書類'), 'よそ.txt', 'lead');
    const file = handedOver(await bytesOf((await lead.downloadHandOver({ engagementId })).bytes));
    const [first] = file.plans;
    if (first === undefined) throw new Error('no plan was handed over');
    first.content.finding.findingId = '00000000-0000-7000-8000-00000000abcd';
    first.content.progress = [
      {
        ...{ id: first.content.finding.findingId, by: first.content.finding.findingId, on: '2025-10-01' },
        ...{ at: '2025-10-01T01:00:00.000Z', percent: 10, text: '着手した。', evaluation: '', complete: false },
        files: [{ fileId: foreign, name: 'よそ.txt', mediaType: 'text/plain', size: 1, sha256: '0'.repeat(64) }],
      },
    ];
    const bytes = new TextEncoder().encode(JSON.stringify({ ...file, plans: [first] }));
    await office.importHandOver({ engagementId, fileId: await test.upload(bytes, '引継ぎ.json', 'office') });
    const plan = (await office.listPlans({ engagementId })).plans.at(-1);
    expect(plan?.progress[0]).toMatchObject({ files: [], text: expect.stringMatching(/よそ\.txt/u) });
    await expect(office.downloadFile({ planId: plan?.id ?? '', fileId: foreign })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });
});
