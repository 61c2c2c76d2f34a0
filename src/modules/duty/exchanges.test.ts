/** What the other specifications ask of the contractor: oaths, carry-outs, third parties, ordered documents, reports. */
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { exchangeContract } from '../exchange/contract.ts';
import { modulesUnder } from '../engagement/testing/under-conditions.ts';
import { teamContract } from '../team/contract.ts';
import { dutyContract } from './contract.ts';

let test: TestApplication;
let manager: Caller;
let office: Caller;
let engagementId: string;
let memberId: string;

const duty = (caller: Caller = manager) => test.application.client(dutyContract, caller);
const factsOf = (kinds: string[]) =>
  test.application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, { engagementId, kinds }));

beforeAll(async () => {
  const modules = await modulesUnder({
    team: { roles: ['業務責任者', '業務担当者'] },
    duties: {
      documents: { clause: '11(5)', names: ['貸与・返却の書面', '誓約書', '入室届'] },
      confidentiality: { clause: '8-p1', contents: [], signers: ['firm', 'subcontractor'], evidenceClause: '8-p2' },
      subcontract: { clause: '10-p1', particulars: [], forbidden: ['一括再委託'] },
      carryOut: { clause: '4(1)', clauses: ['4(2)'], materials: ['ログ'] },
      thirdParties: { clause: '8(1)-p3', acts: ['閲覧', '譲渡'] },
      disposal: { clause: '10', certificate: '個人情報及び情報資産消去証明書' },
      reports: { clause: '12(3)-p1', objects: ['業務の履行状況'], within: { n: 5, unit: 'days' } },
      supervisor: { clause: '11(6)', title: '監督者' },
      works: { clause: '9(1)', costBy: '受託者' },
      eco: { clause: '9(7)', scope: ['納品物'] },
    },
  });
  test = await startTestApplication({ start: '2026-06-01T00:00:00.000Z', modules });
  manager = test.caller(['project-manager']);
  office = test.caller(['security-office']);
  ({ engagementId } = await test.application.client(engagementContract, manager).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '情報課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  }));
  const person = { name: '青木 花子', firm: '青空監査法人', department: '監査部', handlesMyNumber: false };
  ({ id: memberId } = await test.application
    .client(teamContract, manager)
    .assignMember({ engagementId, ...person, roles: ['業務担当者'], accountId: null }));
});
afterAll(() => test.close());

describe('a specification without chiba’s conditions', () => {
  it('has lines for what it asks and refuses what it is silent about', async () => {
    const { lines, conditions } = await duty().getDuties({ engagementId });
    expect(lines.map(({ clause }) => clause)).toEqual([
      ...['11(5)', '8-p1', '10-p1', '10', '10', '4(1)', '8(1)-p3'],
      ...['12(3)-p1', '11(6)', '9(1)', '9(7)'],
    ]);
    expect(conditions.training).toBeUndefined();
    await expect(duty().acknowledgeRules({ engagementId, memberId, rules: ['ガイドライン等'] })).rejects.toMatchObject({
      code: 'state.refused',
    });
    await expect(duty().notifyHandlers({ engagementId })).rejects.toMatchObject({ code: 'state.refused' });
  });

  it('wants no more of the team than it says', async () => {
    const { conditions, satisfied } = await test.application
      .client(teamContract, manager)
      .getConditions({ engagementId });
    expect(conditions).toEqual([]);
    expect(satisfied).toBe(true);
  });
});

describe('carry-outs', () => {
  const request = {
    materials: ['ログ'],
    purpose: '解析',
    medium: '暗号化した媒体',
    clause: '4(2)',
    destination: '本社',
    takeOn: '2026-06-01',
    backBy: '2026-06-05',
  };

  it('leave only after consent, and warn when they are not back', async () => {
    const ask = { engagementId, carrier: memberId, ...request };
    await expect(duty().requestCarryOut({ ...ask, clause: '9' })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(duty().requestCarryOut({ ...ask, takeOn: '2026-05-31' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(duty().requestCarryOut({ ...ask, backBy: '2026-05-31' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const { id } = await duty().requestCarryOut(ask);
    const inHand = { engagementId, id };
    await expect(duty().takeOut({ ...inHand, version: 1 })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('承諾がまだない') },
    });
    const decide = { ...inHand, version: 1, approved: true, comment: '' };
    await expect(duty().decideCarryOut(decide)).rejects.toMatchObject({ code: 'permission.refused' });
    await duty(office).decideCarryOut(decide);
    await expect(duty().takeOut({ ...inHand, version: 1 })).rejects.toMatchObject({ code: 'record.stale' });
    await duty().takeOut({ ...inHand, version: 2 });
    test.clock.moveTo('2026-06-06T00:00:00.000Z');
    const { lines } = await duty(office).getDuties({ engagementId });
    expect(lines.find(({ page }) => page === 'carry-outs')).toMatchObject({
      state: 'open',
      explanation: expect.stringContaining('期限を過ぎた持出しが1件'),
    });
    await expect(duty().bringBack({ ...inHand, version: 3, note: '', occurredOn: '2026-05-31' })).rejects.toMatchObject(
      { code: 'input.invalid' },
    );
    await duty().bringBack({ ...inHand, version: 3, note: '媒体を初期化' });
    const kinds = ['carry-out.requested', 'carry-out.decided', 'carry-out.taken', 'carry-out.returned'];
    expect((await factsOf(kinds)).map(({ kind }) => kind)).toEqual(kinds);
    const stranger = test.caller(['project-manager'], { tenantId: await test.addTenant('kita') });
    await expect(duty(stranger).requestCarryOut(ask)).rejects.toMatchObject({ code: 'record.missing' });
  });
});

describe('oaths, documents, third parties, reports', () => {
  it('takes oaths of those whom the specification names', async () => {
    const oath = { engagementId, members: [], subcontractId: null, files: [] };
    await expect(duty().submitOath({ ...oath, signer: 'member', members: [memberId] })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(duty().submitOath({ ...oath, signer: 'subcontractor' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await duty().submitOath({ ...oath, signer: 'firm' });
    expect((await factsOf(['oath.submitted']))[0]?.data).toMatchObject({ signer: 'firm', subcontract: null });
    const { bytes } = await duty().downloadDocument({
      engagementId,
      kind: 'oath',
      subject: memberId,
      format: 'docx',
    });
    const words = Object.values(unzipSync(bytes, { filter: (file) => file.name === 'word/document.xml' }))
      .map((part) => Buffer.from(part).toString())
      .join('');
    expect(words).toContain('青木 花子');
  });

  it('orders documents by name and sees them handed in', async () => {
    const { id } = await duty(office).setDocumentDue({ engagementId, document: '入室届', due: '2026-06-10', note: '' });
    await duty().submitSecurityDocument({ engagementId, id, version: 1, files: [] });
    expect((await factsOf(['document.ordered', 'document.handed-in'])).map(({ data }) => data['document'])).toEqual([
      '入室届',
      '入室届',
    ]);
    expect(await factsOf(['security-document.due-set'])).toEqual([]);
  });

  it('decides on third parties, never on handing on everything', async () => {
    const ask = { engagementId, object: '報告書', recipient: '丙社', reason: '事例の紹介' };
    const { id } = await duty().requestDisclosure({ ...ask, acts: ['閲覧'] });
    await expect(
      duty(office).decideDisclosure({ engagementId, id, version: 1, approved: false, comment: '' }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await duty(office).decideDisclosure({ engagementId, id, version: 1, approved: false, comment: '不要のため' });
    expect((await factsOf(['disclosure.decided']))[0]?.data).toEqual({ approved: false });
    await expect(duty().recordDisclosure({ engagementId, id, version: 2 })).rejects.toMatchObject({
      code: 'state.refused',
    });
    const again = await duty().requestDisclosure({ ...ask, acts: ['閲覧'] });
    await expect(duty().recordDisclosure({ engagementId, id: again.id, version: 1 })).rejects.toMatchObject({
      code: 'state.refused',
    });
    await duty(office).decideDisclosure({ engagementId, id: again.id, version: 1, approved: true, comment: '' });
    await duty().recordDisclosure({ engagementId, id: again.id, version: 2 });
    expect((await factsOf(['disclosure.made']))[0]?.data).toEqual({ recipient: '丙社' });
    await expect(
      duty().requestSubcontract({
        engagementId,
        firm: '乙社',
        groupCompany: false,
        important: false,
        wholly: true,
        reason: 'a',
        content: 'a',
        information: 'a',
        supervision: 'a',
        safeguards: 'a',
        files: [],
      }),
    ).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('一括再委託に当たる') },
    });
  });

  it('answers reports, names the supervisor, records works and goods', async () => {
    const { id } = await duty(office).requestReport({
      engagementId,
      topic: '履行状況',
      request: '現在の状況を報告すること。',
      due: null,
      subcontractId: null,
    });
    await expect(
      duty().requestReport({ engagementId, topic: 'x', request: 'x', due: null, subcontractId: null }),
    ).rejects.toMatchObject({ code: 'permission.refused' });
    // The specification's own time limit holds where the city names no day.
    const [asked] = (await duty().getDuties({ engagementId })).registers['report-request'];
    expect(asked?.due).toBe('2026-06-11');
    expect((await factsOf(['report.requested']))[0]?.data).toEqual({ topic: '履行状況', due: '2026-06-11' });
    await expect(
      duty(office).requestReport({
        engagementId,
        topic: '管理の状況',
        request: '報告すること。',
        due: null,
        subcontractId: '01900000-0000-7000-8000-00000000000f',
      }),
    ).rejects.toMatchObject({ code: 'input.invalid', detail: { fields: [{ path: 'subcontractId' }] } });
    await duty().answerReport({ engagementId, id, version: 1, answer: '計画どおりです。', files: [] });
    await expect(
      duty().answerReport({ engagementId, id, version: 2, answer: '二度目', files: [] }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    const decide = { engagementId, id, version: 2, approved: false, comment: '' };
    await expect(duty().decideReport(decide)).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(duty(office).decideReport(decide)).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'comment' }] },
    });
    await duty(office).decideReport({ ...decide, comment: '数字を示すこと。' });
    await expect(duty(office).decideReport({ ...decide, version: 3, approved: true })).rejects.toMatchObject({
      code: 'state.refused',
    });
    await duty().answerReport({ engagementId, id, version: 3, answer: '3件です。', files: [] });
    const lineOf = async () =>
      (await duty().getDuties({ engagementId })).lines.find(({ clause }) => clause === '12(3)-p1');
    expect(await lineOf()).toMatchObject({ state: 'open', explanation: expect.stringContaining('確認を待っている') });
    await duty(office).decideReport({ ...decide, version: 4, approved: true });
    expect((await lineOf())?.state).toBe('done');
    expect((await factsOf(['report.answered', 'report.returned', 'report.accepted'])).map(({ kind }) => kind)).toEqual([
      'report.answered',
      'report.returned',
      'report.answered',
      'report.accepted',
    ]);
    await duty(office).nameSupervisor({ engagementId, name: '係長', department: '情報課' });
    await duty(office).nameSupervisor({ engagementId, name: '課長', department: '情報課' });
    const work = { name: '書体', owner: '甲社', licence: 'OFL', costBy: '受託者' as const, use: '', papers: '' };
    await expect(
      duty().registerThirdPartyWork({ engagementId, ...work, costBy: '発注者', files: [] }),
    ).rejects.toMatchObject({ code: 'input.invalid', detail: { fields: [{ path: 'costBy' }] } });
    await duty().registerThirdPartyWork({ engagementId, ...work, files: [] });
    await duty().recordEco({ engagementId, items: ['再生紙'], note: '' });
    const { registers } = await duty().getDuties({ engagementId });
    expect(registers.supervisor.filter(({ endedOn }) => endedOn === null).map(({ name }) => name)).toEqual(['課長']);
    const kinds = [
      'report.requested',
      'report.answered',
      'supervisor.named',
      'third-party-work.registered',
      'eco.recorded',
    ];
    expect(new Set((await factsOf(kinds)).map(({ kind }) => kind))).toEqual(new Set(kinds));
    const facts = JSON.stringify(await factsOf(['supervisor.named']));
    expect(facts).not.toContain('課長');
  });
});

describe('the register of lent property', () => {
  const scope = () => ({ list: 'duty.materials', engagementId, subject: null });
  const exchange = () => test.application.client(exchangeContract, manager);
  const csv = async () =>
    new TextDecoder().decode((await exchange().downloadList({ ...scope(), format: 'csv' })).bytes).trimEnd();
  const send = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const { id: fileId } = await test.application.upload(manager, '台帳.csv', oneChunk(bytes));
    const { basis, ...preview } = await exchange().previewList({ ...scope(), fileId });
    const accept = [...preview.added, ...preview.changed].map(({ row }) => row);
    await exchange().applyList({ ...scope(), fileId, basis, accept, remove: [] });
    return preview;
  };

  it('goes out and comes back as a spreadsheet', async () => {
    const empty = await csv();
    const titles = (empty.split(/\r?\n/u)[0] ?? '').replace(/^\uFEFF/u, '').split(',');
    const line = (values: Readonly<Record<string, string>>) =>
      titles.map((title) => values[title.replaceAll('"', '')] ?? '').join(',');
    const values = { 台帳番号: 'A-1', 名称: 'ネットワーク図', 機密性: '2', 種別: '文書', 由来: '貸与' };
    const { refused } = await send(`${empty}\r\n${line({ ...values, 機密性: '9', 受け取った日: 'きのう' })}`);
    expect(refused.map(({ title }) => title)).toEqual(['機密性', '受け取った日']);
    expect((await duty().getDuties({ engagementId })).registers.material).toEqual([]);
    await send(`${empty}\r\n${line({ ...values, 受け取った日: '令和8年6月1日', '保管・取扱い': '施錠' })}`);
    const [entry] = (await duty().getDuties({ engagementId })).registers.material;
    expect(entry).toMatchObject({ number: 'A-1', name: 'ネットワーク図', receivedOn: '2026-06-01' });
    const returned = (await csv()).split(/\r?\n/u).map((row, index) => {
      const cells = row.split(',');
      if (index === 1) {
        cells[titles.findIndex((title) => title.includes('返還日'))] = '令和8年6月6日';
        cells[titles.findIndex((title) => title.includes('受領者'))] = '情報課';
      }
      return cells.join(',');
    });
    expect((await send(returned.join('\r\n'))).changed).toHaveLength(1);
    const [back] = (await duty().getDuties({ engagementId })).registers.material;
    expect(back).toMatchObject({ returnedOn: '2026-06-06', receivedBackBy: '情報課' });
    const { bytes } = await duty().downloadDocument({
      engagementId,
      kind: 'material-register',
      subject: null,
      format: 'xlsx',
    });
    expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK');
  });
});
