import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objections } from '../../documents/testing/ooxml.ts';
import { cellsOf, changed, docx, p, row, text, wordsOfDocx, xlsx } from '../../documents/testing/forms.ts';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { deliverablesContract } from '../deliverables/contract.ts';
import { engagementContract } from '../engagement/contract.ts';
import { meetingsContract } from '../meetings/contract.ts';
import { templatesContract } from './contract.ts';

let test: TestApplication;
let office: Caller;
let manager: Caller;
let auditor: Caller;
let engagementId: string;
let meetingId: string;

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
const forms = (caller: Caller) => test.application.client(templatesContract, caller);
const deliverables = (caller: Caller) => test.application.client(deliverablesContract, caller);
async function register(caller: Caller, kind: string, name: string, bytes: Uint8Array) {
  const { id: fileId } = await test.application.upload(caller, name, oneChunk(bytes));
  return forms(caller).registerTemplate({ engagementId, kind, fileId, comment: '' });
}
const facts = (kinds: string[]) =>
  test.application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, { engagementId, kinds }));

const FORM = [
  p('第　号　{{会議名}}'),
  p('{{日時}}／{{契約名}}（{{自治体名}}{{担当課}}）'),
  p('{{議題}}'),
  p('{{議事}}'),
  p('{{決定事項}}'),
].join('');

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-01T00:00:00.000Z' });
  manager = test.caller(['project-manager']);
  office = test.caller(['security-office']);
  auditor = test.caller(['auditor']);
  ({ engagementId } = await test.application.client(engagementContract, manager).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '業務改革推進課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  }));
  const meetings = test.application.client(meetingsContract, manager);
  const planned = await meetings.proposeRegularMeetings({
    engagementId,
    weekday: 2,
    startTime: '10:00',
    tool: 'ウェブ会議',
    browserCapable: true,
    from: '2026-06-01',
    to: '2026-06-30',
  });
  meetingId = planned.meetings[0]?.id ?? '';
  await test.application.client(meetingsContract, office).confirmDate({ engagementId, meetingId, version: 1 });
  test.clock.moveTo('2026-06-02T03:00:00.000Z');
  await meetings.holdMeeting({
    engagementId,
    meetingId,
    version: 2,
    participants: [
      { personId: null, name: '髙﨑　市子', side: 'city' },
      { personId: '00000000-0000-7000-8000-0000000000aa', name: '辻󠄀　受太', side: 'contractor' },
    ],
  });
  await meetings.saveMinutes({
    engagementId,
    meetingId,
    version: 3,
    agenda: ['計画の確認', '次の{{予定}}'],
    report: '',
    decisions: ['計画の案で進める。'],
    actions: [
      { text: '調査票の案を送る', owner: 'contractor', due: '2026-06-12' },
      { text: '台帳を用意する', owner: 'city', due: null },
    ],
    minutes: '計画の案を確認した。\n質問はなかった。',
  });
  await meetings.submitMinutes({ engagementId, meetingId, version: 4 });
});
afterAll(() => test.close());

describe('a form', () => {
  it('with an unknown placeholder is kept with what is wrong, and cannot be used', async () => {
    const wrong = await register(office, 'minutes', '議事録.docx', docx(FORM + p('{{出席者(発注)}}')));
    expect(wrong).toMatchObject({ version: 1, state: 'registered', format: 'docx' });
    expect(wrong.problems).toEqual([
      {
        kind: 'unknown',
        place: '本文の6番目の段落「{{出席者(発注)}}」',
        message:
          '差込み項目「{{出席者(発注)}}」は、この文書にはありません。「{{出席者（発注者）}}」の書き誤りではありませんか。',
      },
    ]);
    await expect(forms(office).activateTemplate({ engagementId, templateId: wrong.id })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('1件') },
    });
  });

  it('that is hostile is refused with the place, and nothing is kept', async () => {
    const before = (await forms(office).listTemplates({ engagementId })).templates.length;
    const hostile = docx(FORM + '<w:p><w:fldSimple w:instr="INCLUDETEXT a.txt"/></w:p>');
    await expect(register(office, 'minutes', '議事録.docx', hostile)).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { message: expect.stringMatching(/INCLUDETEXT.*word\/document\.xml/u) },
    });
    expect((await forms(office).listTemplates({ engagementId })).templates).toHaveLength(before);
  });

  it('is tried, put in use, and makes the deliverable; journal and version name it', async () => {
    const mended = await register(office, 'minutes', '議事録.docx', docx(FORM));
    expect(mended).toMatchObject({ version: 2, problems: [] });
    const about = { engagementId, templateId: mended.id };
    const tried = await forms(office).previewTemplate({ ...about, subject: meetingId, values: 'records' });
    const words = wordsOfDocx(tried.bytes);
    expect(words[1]).toContain('令和8年6月2日（火）');
    expect(words.slice(2)).toEqual([
      '・計画の確認',
      '・次の{{予定}}',
      '計画の案を確認した。',
      '質問はなかった。',
      '・計画の案で進める。',
    ]);
    const example = await forms(auditor).previewTemplate({ ...about, subject: null, values: 'examples' });
    expect(wordsOfDocx(example.bytes)[0]).toBe('第　号　第1回定例会議');

    await expect(forms(auditor).activateTemplate(about)).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(forms(manager).fillTemplate({ ...about, subject: meetingId })).rejects.toMatchObject({
      code: 'state.refused',
    });
    expect(await forms(office).activateTemplate(about)).toMatchObject({ state: 'active' });
    const made = await deliverables(manager).produce({ engagementId, type: 'minutes', subject: meetingId });
    const file = made.files.find(({ format }) => format === 'docx');
    expect(file?.template).toEqual({ templateId: mended.id, version: 2, sha256: mended.sha256 });
    expect(made.files.find(({ format }) => format === 'pdf')?.template).toBeNull();
    const stored = await deliverables(manager).downloadFile({
      engagementId,
      versionId: made.id,
      fileId: file?.fileId ?? '',
    });
    expect(wordsOfDocx(stored.bytes)).toEqual(words);
    expect(
      (await facts(['template.registered', 'template.activated'])).map(({ kind, data }) => [kind, data['version']]),
    ).toEqual([
      ['template.registered', 1],
      ['template.registered', 2],
      ['template.activated', 2],
    ]);
  });

  it('gives way to a newer one, and the built-in look comes back when it is retired', async () => {
    const newer = await register(manager, 'minutes', '議事録.docx', docx(FORM + p('以上')));
    const about = { engagementId, templateId: newer.id };
    await forms(manager).activateTemplate(about);
    const { templates: all } = await forms(office).listTemplates({ engagementId });
    expect(all.filter(({ kind }) => kind === 'minutes').map(({ version, state }) => [version, state])).toEqual([
      [3, 'active'],
      [2, 'retired'],
      [1, 'registered'],
    ]);
    const request = { engagementId, type: 'minutes', subject: meetingId, format: 'docx' as const };
    expect(wordsOfDocx((await deliverables(manager).previewDocument(request)).bytes).at(-1)).toBe('以上');
    await forms(office).retireTemplate(about);
    await expect(forms(office).retireTemplate(about)).rejects.toMatchObject({ code: 'state.refused' });
    expect(wordsOfDocx((await deliverables(manager).previewDocument(request)).bytes).at(-1)).not.toBe('以上');
  });

  it('of Excel is filled for lists', async () => {
    const meetings = test.application.client(meetingsContract, office);
    await meetings.openIssue({
      engagementId,
      meetingId: null,
      content: '台帳の更新が遅れている',
      owner: 'city',
      due: '2026-06-30',
      raisedOn: '2026-06-02',
    });
    const book = xlsx({
      data:
        row(1, text('A1', '{{#一覧}}{{No.}}'), text('B1', '{{課題の内容}}{{/一覧}}')) +
        row(2, '<c r="A2"><f>COUNT(A1:A1)</f></c>'),
    });
    const { id, problems } = await register(office, 'issue-list', '課題.xlsx', book);
    expect(problems).toEqual([]);
    const filled = await forms(office).previewTemplate({
      engagementId,
      templateId: id,
      subject: null,
      values: 'records',
    });
    expect(cellsOf(filled.bytes)).toEqual({ A1: '1', B1: '台帳の更新が遅れている', A2: '=COUNT(A1:A1)' });
  });

  it('belongs to its engagement and municipality', async () => {
    const other = await test.addTenant('みどり市');
    const stranger = test.caller(['security-office'], { tenantId: other });
    await expect(forms(stranger).listTemplates({ engagementId })).rejects.toMatchObject({ code: 'record.missing' });
    const [first] = (await forms(office).listTemplates({ engagementId })).templates;
    await expect(forms(stranger).downloadTemplate({ engagementId, templateId: first?.id ?? '' })).rejects.toMatchObject(
      {
        code: 'record.missing',
      },
    );
    await expect(forms(test.caller(['vendor'])).listTemplates({ engagementId })).rejects.toMatchObject({
      code: 'permission.refused',
    });
  });

  it('is of a known kind and a format that its document has', async () => {
    await expect(register(office, 'no-such-kind', 'a.docx', docx(FORM))).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(register(office, 'minutes', 'a.xlsx', xlsx({ data: '' }))).rejects.toMatchObject({
      code: 'input.invalid',
    });
  });
});

const DECLARED = [
  'work-plan',
  'minutes',
  'meeting-notice',
  'issue-list',
  'progress-status',
  'progress-report',
  'audit-policy',
  'audit-notice',
  'findings-list',
  'result-notice',
  'handler-notice',
  'oath',
  'confidentiality-evidence',
  'team-sheet',
  'business-report',
];

describe('sample forms', () => {
  it.each(DECLARED)('of %s pass the check without a warning and open in Word', async (kind) => {
    const { kinds } = await forms(office).listTemplates({ engagementId });
    const samples = kinds.find((one) => one.kind === kind)?.samples ?? [];
    expect(samples).toContain('docx');
    for (const format of samples) {
      const sample = await forms(office).downloadSample({ engagementId, kind, format });
      const { id, problems } = await register(office, kind, `見本.${format}`, sample.bytes);
      expect(problems).toEqual([]);
      const example = await forms(office).previewTemplate({
        engagementId,
        templateId: id,
        subject: null,
        values: 'examples',
      });
      keep(`${kind}-example`, format, example.bytes);
      expect(await objections(example.bytes, format)).toEqual([]);
    }
  });

  it.each([
    ['minutes', true],
    ['issue-list', false],
    ['progress-status', false],
    ['work-plan', false],
  ])('of %s say with the records what the built-in document says', async (kind, perMeeting) => {
    const subject = perMeeting ? meetingId : null;
    const sample = await forms(manager).downloadSample({ engagementId, kind, format: 'docx' });
    const { id } = await register(manager, kind, '見本.docx', sample.bytes);
    const filled = await forms(manager).previewTemplate({ engagementId, templateId: id, subject, values: 'records' });
    const builtIn = await deliverables(manager).previewDocument({ engagementId, type: kind, subject, format: 'docx' });
    keep(kind, 'docx', filled.bytes);
    keep(`${kind}-built-in`, 'docx', builtIn.bytes);
    // A line break inside a cell is a paragraph of its own in a form.
    const said = wordsOfDocx(filled.bytes).map(plain).join('');
    expect(said).not.toMatch(/\{\{[#?^/]/u);
    const paper = wordsOfDocx(builtIn.bytes).map(plain);
    // The chart of the schedule on its own sheets is no part of a form.
    const chart = paper.lastIndexOf('スケジュール（WBS）');
    const lines = (chart < 0 ? paper : paper.slice(0, chart)).filter(
      (line) => !['', '目次', 'スケジュール（WBS）'].includes(line) && !line.includes('PAGEREF'),
    );
    expect(lines.filter((line) => !said.includes(line))).toEqual([]);
  });
});

const plain = (line: string): string => line.replaceAll(/[\s　]/gu, '').replace(/^(?:・|注|[①-⑳])/u, '');

/** For looking at the pages. */
function keep(name: string, format: string, bytes: Uint8Array): void {
  const folder = process.env['KEEP_FORMS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.${format}`, bytes);
}

it('a form whose text was changed after its check is a new version', async () => {
  const first = await register(office, 'work-plan', 'a.docx', docx(p('{{業務名}}')));
  const second = await register(
    office,
    'work-plan',
    'a.docx',
    changed(docx(p('{{業務名}}')), 'word/document.xml', '業務名', '契約名'),
  );
  expect(second.version).toBe(first.version + 1);
  expect(second.sha256).not.toBe(first.sha256);
  expect(second.problems.map(({ kind }) => kind)).toEqual(['missing']);
});
