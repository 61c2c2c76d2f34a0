/** Annexes, declarations of compliance, proposals; and what a specification without them refuses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { modulesUnder } from '../engagement/testing/under-conditions.ts';
import { dutyContract } from './contract.ts';

const ANNEX = { clause: '2', annex: '別紙1-1', title: '標準特記仕様書' };

async function start(duties: Readonly<Record<string, unknown>>) {
  const test = await startTestApplication({
    start: '2026-06-01T00:00:00.000Z',
    modules: await modulesUnder({ duties }),
  });
  const manager = test.caller(['project-manager']);
  const { engagementId } = await test.application.client(engagementContract, manager).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '情報課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  });
  const duty = (caller: Caller = manager) => test.application.client(dutyContract, caller);
  return { test, engagementId, duty, office: test.caller(['security-office']) };
}

describe('what the specification asks for', () => {
  let test: TestApplication;
  let engagementId: string;
  let office: Caller;
  let duty: Awaited<ReturnType<typeof start>>['duty'];

  beforeAll(async () => {
    ({ test, engagementId, duty, office } = await start({
      annexes: [ANNEX],
      compliance: [
        { clause: '11(9)', laws: ['関係法令等'] },
        { clause: '12', laws: ['契約事務規則'] },
      ],
      proposals: { clause: '11(1)-p2', objectives: [{ clause: '4(2)', name: '運用支援' }] },
    }));
  });
  afterAll(() => test.close());

  const factsOf = (...kinds: string[]) =>
    test.application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, { engagementId, kinds }));
  const stateOf = async (clause: string) =>
    (await duty().getDuties({ engagementId })).lines.find((line) => line.clause === clause)?.state;

  it('takes the annex by name, with what it asks for, from either side', async () => {
    expect(await stateOf('2')).toBe('open');
    const annex = { engagementId, annex: '別紙1-1', items: ['秘密の保持', '複製の禁止', '複製の禁止'], files: [] };
    await expect(duty().registerAnnex({ ...annex, annex: '別紙2' })).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'annex' }] },
    });
    await expect(duty().registerAnnex({ ...annex, items: [] })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(duty(test.caller(['auditor'])).registerAnnex(annex)).rejects.toMatchObject({
      code: 'permission.refused',
    });
    const stranger = test.caller(['project-manager'], { tenantId: await test.addTenant('kita') });
    await expect(duty(stranger).registerAnnex(annex)).rejects.toMatchObject({ code: 'record.missing' });
    await duty(office).registerAnnex(annex);
    expect(await stateOf('2')).toBe('done');
    const [fact] = await factsOf('annex.registered');
    expect(fact?.data).toEqual({ annex: '別紙1-1', items: 2 });
    expect((await duty().getDuties({ engagementId })).registers.annex[0]?.title).toBe('標準特記仕様書');
  });

  it('takes the declaration clause by clause, with laws that the clause leaves open', async () => {
    expect([await stateOf('11(9)'), await stateOf('12')]).toEqual(['not-due', 'not-due']);
    const declaration = { engagementId, clause: '12', others: ['個人情報の保護に関する法律'] };
    await expect(duty(office).declareCompliance(declaration)).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(duty().declareCompliance({ ...declaration, clause: '9' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(duty().declareCompliance({ ...declaration, occurredOn: '2026-06-02' })).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'occurredOn' }] },
    });
    await duty().declareCompliance(declaration);
    expect((await factsOf('compliance.declared'))[0]?.data).toEqual({
      laws: ['契約事務規則', '個人情報の保護に関する法律'],
    });
    expect([await stateOf('11(9)'), await stateOf('12')]).toEqual(['not-due', 'done']);
  });

  it('lets the contractor propose and the city decide, once and with a reason', async () => {
    const proposal = { engagementId, objective: '4(2)', title: '確認表', content: '一枚にまとめる。', files: [] };
    await expect(duty().makeProposal({ ...proposal, objective: '9' })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(duty(office).makeProposal(proposal)).rejects.toMatchObject({ code: 'permission.refused' });
    const { id } = await duty().makeProposal(proposal);
    expect(await stateOf('11(1)-p2')).toBe('open');
    const decision = { engagementId, id, version: 1, approved: false, comment: '' };
    await expect(duty().decideProposal(decision)).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(duty(office).decideProposal(decision)).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'comment' }] },
    });
    await duty(office).decideProposal({ ...decision, comment: '費用が見込めないため。' });
    await expect(duty(office).decideProposal({ ...decision, approved: true })).rejects.toMatchObject({
      code: 'record.stale',
    });
    await expect(duty(office).decideProposal({ ...decision, version: 2, approved: true })).rejects.toMatchObject({
      code: 'state.refused',
    });
    expect((await factsOf('proposal.made', 'proposal.decided')).map(({ data }) => data)).toEqual([
      { objective: '4(2)' },
      { accepted: false },
    ]);
    expect(await stateOf('11(1)-p2')).toBe('done');
    expect(JSON.stringify(await factsOf('proposal.made'))).not.toContain('確認表');
  });

  it('becomes overdue with the end of the contract', async () => {
    test.clock.moveTo('2027-06-01T00:00:00.000Z');
    expect(await stateOf('11(9)')).toBe('open');
  });
});

describe('a specification that is silent', () => {
  it('has no line for any of it, and refuses it', async () => {
    const { test, engagementId, duty, office } = await start({});
    try {
      expect((await duty().getDuties({ engagementId })).lines).toEqual([]);
      const refusals = [
        () => duty().registerAnnex({ engagementId, annex: '別紙', items: ['x'], files: [] }),
        () => duty().declareCompliance({ engagementId, clause: '12', others: [] }),
        () => duty().makeProposal({ engagementId, objective: '4', title: 'x', content: 'x', files: [] }),
        () => duty(office).requestReport({ engagementId, topic: 'x', request: 'x', due: null, subcontractId: null }),
        () => duty(office).nameSupervisor({ engagementId, name: '係長', department: '情報課' }),
        () => duty().recordEco({ engagementId, items: ['再生紙'], note: '' }),
      ];
      for (const refusal of refusals) await expect(refusal()).rejects.toMatchObject({ code: 'state.refused' });
    } finally {
      await test.close();
    }
  });
});
