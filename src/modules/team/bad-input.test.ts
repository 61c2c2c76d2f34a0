/** What people enter by mistake about the team: each is refused with a sentence, and nothing of it stays. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../kernel/caller.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { peopleContract } from '../people/contract.ts';
import { teamContract } from './contract.ts';

let test: TestApplication;
let manager: Caller;
let engagementId: string;
let memberId: string;

const team = () => test.application.client(teamContract, manager);
const member = () => team().getTeam({ engagementId });
const hanako = () => ({
  engagementId,
  name: '青木 花子',
  firm: '青空監査法人',
  department: '監査部',
  roles: ['監査人'],
  handlesMyNumber: false,
  accountId: null,
});
const refusedUnder = (path: string, message: string) => ({
  code: 'input.invalid',
  detail: { fields: [{ path, message: expect.stringContaining(message) }] },
});

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-20T00:00:00.000Z' });
  const administrator = test.application.client(peopleContract, test.caller(['administrator']));
  const { firmId } = await administrator.saveFirm({ kind: 'contractor', name: '青空監査法人' });
  const { accountId } = await administrator.createAccount({
    loginName: 'manager',
    displayName: '業務 太郎',
    party: 'contractor',
    roles: ['project-manager'],
    firmId,
    departmentId: null,
    password: '川べりの桜が三月に咲いた',
  });
  manager = test.caller(['project-manager'], { accountId });
  ({ engagementId } = await test.application.client(engagementContract, manager).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '業務改革推進課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  }));
  memberId = (await team().assignMember({ ...hanako(), from: '2026-06-10' })).id;
});
afterAll(() => test.close());

describe('members who overlap', () => {
  it('are refused while the first one is there, spaces in the name or not', async () => {
    const before = await member();
    for (const name of ['青木 花子', '青木花子', '青木　花子']) {
      await expect(team().assignMember({ ...hanako(), name })).rejects.toMatchObject(
        refusedUnder('name', '同じ期間の担当者として既に登録されています'),
      );
    }
    expect(await member()).toEqual(before);
  });

  it('may be of the same name in another department, and may come again after they left', async () => {
    const other = await team().assignMember({ ...hanako(), department: '技術部' });
    await expect(
      team().updateMember({ ...hanako(), memberId: other.id, version: 1, department: '監査部' }),
    ).rejects.toMatchObject(refusedUnder('name', '既に登録されています'));
    await team().removeMember({ engagementId, memberId: other.id, version: 1 });
    await team().assignMember({ ...hanako(), department: '技術部' });
  });
});

describe('contradictory dates', () => {
  it('a member cannot leave before the first day in the team', async () => {
    await expect(
      team().removeMember({ engagementId, memberId, version: 1, occurredOn: '2026-06-09' }),
    ).rejects.toMatchObject(refusedUnder('occurredOn', '配置された日'));
  });

  it('a member cannot join after the end of the contract, nor on a day to come or before the contract', async () => {
    const late = { ...hanako(), name: '後日 来' };
    for (const from of ['2027-04-01', '2026-06-21', '2026-05-31']) {
      await expect(team().assignMember({ ...late, from })).rejects.toMatchObject({ code: 'input.invalid' });
    }
  });

  it('experience and qualifications end after they begin, and have begun', async () => {
    const work = {
      engagementId,
      memberId,
      client: '青葉県庁',
      category: '地方公共団体',
      population: 600_000,
      subject: '情報セキュリティ監査',
      completed: true,
      activities: [],
      evidence: '契約書の写し',
      fileId: null,
    };
    const { kinds, categories } = (await member()).choices;
    const chosen = { ...work, kind: kinds[0] ?? '', category: categories[0] ?? '' };
    for (const [from, to, path] of [
      ['2025-03-31', '2024-04-01', 'to'],
      ['2026-06-21', '2026-12-31', 'from'],
      ['2025-04-01', '2026-12-31', 'to'],
    ] as const) {
      await expect(team().registerExperience({ ...chosen, from, to })).rejects.toMatchObject({
        code: 'input.invalid',
        detail: { fields: [{ path }] },
      });
    }
  });
});

describe('a qualification', () => {
  const riss = { code: 'riss', number: '第012345号', fileId: null };
  it('that lapses without renewal needs its last day', async () => {
    await expect(
      team().registerQualification({ engagementId, memberId, ...riss, validFrom: '2024-04-01', validTo: null }),
    ).rejects.toMatchObject(refusedUnder('validTo', '証書に書かれた有効期限を入力してください'));
  });

  it('cannot end before it begins or begin in the future', async () => {
    for (const [validFrom, validTo, path] of [
      ['2024-04-01', '2024-03-31', 'validTo'],
      ['2026-07-01', '2029-06-30', 'validFrom'],
    ] as const) {
      await expect(
        team().registerQualification({ engagementId, memberId, ...riss, validFrom, validTo }),
      ).rejects.toMatchObject({ code: 'input.invalid', detail: { fields: [{ path }] } });
    }
    expect((await member()).qualifications).toEqual([]);
  });

  it('that never lapses may have no last day', async () => {
    const never = { code: 'systems-auditor', number: '第0001号', fileId: null };
    const entry = { engagementId, memberId, ...never, validFrom: '2010-04-01', validTo: null };
    const { id } = await team().registerQualification(entry);
    expect((await member()).qualifications).toEqual([expect.objectContaining({ id, validTo: null })]);
  });
});
