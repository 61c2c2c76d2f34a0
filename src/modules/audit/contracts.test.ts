import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreePolicy, type AuditTest, notify, openFour, startAudit, versionOf } from './testing/start-audit.ts';

let test: AuditTest;
let audits: [string, string, string, string];

beforeAll(async () => {
  test = await startAudit();
  audits = await openFour(test);
  await agreePolicy(test);
  await notify(test, audits[0]);
  await notify(test, audits[1]);
});
afterAll(() => test.close());

const designate = async (auditId: string, more: object = {}) =>
  test.office.designateContract({
    auditId,
    title: '予約システム利用契約',
    service: '公共施設予約サービス',
    serviceKind: 'cloud',
    documents: [{ kind: 'contract', title: '契約書', fileId: await test.upload('office') }],
    ...more,
  });
const get = (contractId: string) => test.auditor.getContract({ contractId });

describe('a contract check', () => {
  it('holds the 29 items in the structure of the specification', async () => {
    const { id } = await designate(audits[0]);
    const { items, contract } = await get(id);
    expect(contract.counts).toMatchObject({ items: 29, judged: 0 });
    const perPart = Object.values(Object.groupBy(items, ({ part }) => part)).map((group) => group?.length);
    expect(perPart).toEqual([21, 4, 1, 3]);
    const selection = items.filter(({ number }) => number.startsWith('1-'));
    expect(Object.values(Object.groupBy(selection, ({ group }) => group)).map((group) => group?.length)).toEqual([
      1, 1, 3, 2, 1, 2, 7, 4,
    ]);
  });

  it('asks for place, page and words of what is reflected, and for the right kind of advice', async () => {
    const { id } = await designate(audits[0]);
    const { items, contract } = await get(id);
    const document = contract.documents[0]?.id ?? '';
    const [first, second] = items;
    if (first === undefined || second === undefined) throw new Error('no items');
    const judge = { contractItemId: first.id, version: first.version, documentId: document, page: '3', quote: '第5条' };
    const refused = { code: 'input.invalid' };
    await expect(
      test.auditor.judgeContractItem({ ...judge, judgement: 'reflected', page: '', quote: '' }),
    ).rejects.toMatchObject({ ...refused, detail: { fields: [{ path: 'page' }, { path: 'quote' }] } });
    await expect(
      test.auditor.judgeContractItem({ ...judge, judgement: 'reflected', documentId: audits[0] }),
    ).rejects.toMatchObject(refused);
    await expect(
      test.auditor.judgeContractItem({ ...judge, judgement: 'reflected', advice: { kind: 'example', text: '例' } }),
    ).rejects.toMatchObject(refused);
    await expect(
      test.auditor.judgeContractItem({ ...judge, judgement: 'reflected', foundEvidence: ['iso9001'] }),
    ).rejects.toMatchObject(refused);
    await test.auditor.judgeContractItem({
      ...judge,
      judgement: 'reflected',
      foundEvidence: ['iso27001'],
      advice: { kind: 'wording', text: '対象範囲も書く。' },
    });
    expect((await test.facts('contract-item.judged')).at(-1)).toMatchObject({
      subject: `${id}:1-1-1`,
      data: { judgement: 'reflected', advice: true, kind: 'wording' },
    });
    await expect(
      test.office.waiveContractItem({ contractItemId: second.id, version: second.version, reason: '対象外' }),
    ).rejects.toMatchObject({ code: 'state.refused' });
  });

  it('is complete when all 29 are judged, absent ones advised or waived, and the register compared', async () => {
    const { id } = await designate(audits[1]);
    const { items, contract } = await get(id);
    const document = contract.documents[0]?.id ?? '';
    const complete = async () =>
      test.auditor.completeContractCheck({ contractId: id, version: (await get(id)).contract.version });
    await expect(complete()).rejects.toMatchObject({
      detail: { message: expect.stringContaining('29項目') as unknown },
    });
    for (const [index, item] of items.entries()) {
      const absent = index >= 27;
      await test.auditor.judgeContractItem({
        contractItemId: item.id,
        version: item.version,
        judgement: absent ? 'absent' : 'reflected',
        documentId: absent ? null : document,
        page: absent ? '' : '1',
        quote: absent ? '' : '第1条',
      });
    }
    await expect(complete()).rejects.toMatchObject({
      detail: { message: expect.stringContaining('2項目あります') as unknown },
    });
    // The city sees what it has to decide on, and nothing of the other judgements.
    const seen = (await test.office.getContract({ contractId: id })).items;
    expect(seen.filter(({ judgement }) => judgement !== null).map(({ judgement }) => judgement)).toEqual([
      'absent',
      'absent',
    ]);
    const [waived, advised] = seen.slice(27);
    if (waived === undefined || advised === undefined) throw new Error('no items');
    await test.office.waiveContractItem({ contractItemId: waived.id, version: waived.version, reason: '扱わないため' });
    await test.auditor.judgeContractItem({
      contractItemId: advised.id,
      version: advised.version,
      judgement: 'absent',
      documentId: null,
      page: '',
      quote: '',
      advice: { kind: 'alternative', text: '消去証明書の提出を受ける。' },
    });
    await expect(complete()).rejects.toMatchObject({
      detail: { message: expect.stringContaining('台帳') as unknown },
    });
    const register = { contractId: id, version: (await get(id)).contract.version, note: '' };
    await expect(test.auditor.checkRegister({ ...register, result: 'inaccurate', fields: [] })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await test.auditor.checkRegister({
      ...register,
      result: 'inaccurate',
      fields: [{ field: '契約期間', note: '旧年度' }],
    });
    expect((await complete()).state).toBe('completed');
    expect((await test.facts('contract-check.completed')).at(-1)?.data['items']).toBe(29);
    const after = (await test.office.getContract({ contractId: id })).items.at(-1);
    if (after === undefined) throw new Error('no items');
    expect(after.advice?.kind).toBe('alternative');
    await expect(
      test.auditor.judgeContractItem({
        contractItemId: after.id,
        version: after.version,
        judgement: 'absent',
        documentId: null,
        page: '',
        quote: '',
      }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    await test.office.trackImprovement({
      contractItemId: after.id,
      version: after.version,
      state: 'adopted',
      note: '',
    });
  });

  it('takes an additional item when the city agrees to it', async () => {
    const { id } = await designate(audits[0]);
    const proposal = await test.auditor.proposeCheckItem({
      auditId: audits[0],
      contractId: id,
      title: '生成AIの学習',
      point: '入力した情報を学習に使わないことが定められているか。',
      reason: '新しい危険のため',
    });
    await test.office.decideCheckItem({ proposalId: proposal.id, version: proposal.version, agreed: true, note: '' });
    expect((await get(id)).items.at(-1)).toMatchObject({ number: '追加1', origin: 'added' });
  });

  it('of a fifth contract needs a recorded agreement', async () => {
    await expect(designate(audits[1])).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'agreementNote' }] },
    });
    const { id } = await designate(audits[1], { agreementNote: '令和8年10月1日の打合せで合意した。' });
    expect((await test.facts('contract.designated')).at(-1)).toMatchObject({ subject: id, data: { agreed: true } });
  });

  it('is not applicable only where no contract is designated, and then none can be', async () => {
    const version = async (auditId: string) => versionOf(test, auditId);
    await expect(
      test.office.markContractNotApplicable({
        auditId: audits[0],
        version: await version(audits[0]),
        reason: '間違い',
      }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    await test.office.markContractNotApplicable({
      auditId: audits[2],
      version: await version(audits[2]),
      reason: '外部サービスの契約がない',
    });
    await expect(designate(audits[2], { agreementNote: '合意' })).rejects.toMatchObject({ code: 'state.refused' });
  });
});
