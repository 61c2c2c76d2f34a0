/** Who stands in for whom, where the specification asks for it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { modulesUnder } from '../engagement/testing/under-conditions.ts';
import { teamContract } from './contract.ts';

let test: TestApplication;
let manager: Caller;
let engagementId: string;
const members: string[] = [];

const team = (caller: Caller = manager) => test.application.client(teamContract, caller);

beforeAll(async () => {
  const modules = await modulesUnder({
    team: {
      roles: ['主たる担当者', '担当者'],
      lead: { clause: '4(3)', role: '主たる担当者' },
      substitutes: { clause: '4(1)-p1', of: 'lead' },
    },
  });
  test = await startTestApplication({ start: '2026-06-01T00:00:00.000Z', modules });
  manager = test.caller(['project-manager']);
  ({ engagementId } = await test.application.client(engagementContract, manager).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '情報課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['区役所'],
  }));
  const person = { firm: '青空監査法人', department: '監査部', handlesMyNumber: false, accountId: null };
  for (const name of ['青木 花子', '馬場 太郎', '千葉 次郎']) {
    const { id } = await team().assignMember({ engagementId, ...person, name, roles: ['担当者'] });
    members.push(id);
  }
  await team().appointLead({ engagementId, memberId: members[0] ?? '' });
});
afterAll(() => test.close());

it('names one, replaces it, and says when the place is empty again', async () => {
  const [lead = '', second = '', third = ''] = members;
  const pair = { engagementId, memberId: lead, substituteId: second };
  const condition = async () =>
    (await team().getConditions({ engagementId })).conditions.find(({ clause }) => clause === '4(1)-p1');
  expect((await condition())?.state).toBe('unsatisfied');
  await expect(team().nameSubstitute({ ...pair, substituteId: lead })).rejects.toMatchObject({
    code: 'input.invalid',
    detail: { fields: [{ path: 'substituteId' }] },
  });
  await expect(team(test.caller(['auditor'])).nameSubstitute(pair)).rejects.toMatchObject({
    code: 'permission.refused',
  });
  const stranger = test.caller(['project-manager'], { tenantId: await test.addTenant('kita') });
  await expect(team(stranger).nameSubstitute(pair)).rejects.toMatchObject({ code: 'record.missing' });
  await team().nameSubstitute(pair);
  await team().nameSubstitute({ ...pair, substituteId: third });
  expect((await team().getTeam({ engagementId })).substitutes).toEqual([
    { memberId: lead, substituteId: third, namedOn: '2026-06-01' },
  ]);
  expect((await condition())?.state).toBe('satisfied');
  const facts = await test.application.parts.database.transaction(test.tenantId, (tx) =>
    readFacts(tx, { engagementId, kinds: ['substitute.named'] }),
  );
  expect(facts.map(({ data }) => data)).toEqual([
    { member: lead, role: '主たる担当者', substitute: second },
    { member: lead, role: '主たる担当者', substitute: third },
  ]);
  await team().removeMember({ engagementId, memberId: third, version: 1 });
  expect((await condition())?.explanation).toContain('青木 花子に代わる人');
  await expect(team().nameSubstitute({ ...pair, substituteId: third })).rejects.toMatchObject({
    code: 'input.invalid',
  });
});
