/** Files as people really send them: damaged, edited, old, twice, moved about, and very many at once. */
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { selfCheckForm, selfCheckSheet, surveyForm, surveySheet } from '../../core/assessment/testing/sheets.ts';
import type { TestApplication } from '../../kernel/test-application.ts';
import { client, createCity, open, type City } from '../self-check/testing/city.ts';
import { readFile } from './operations/read-file.ts';
import { findSecret } from './store.ts';
import { answerFileOf, dataOf, filledBook, files, startApplication, upload } from './testing/answering.ts';

let test: TestApplication;
let city: City;
let campaignId: string;
let cities = 0;
beforeAll(async () => {
  test = await startApplication();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.moveTo('2026-07-01T00:00:00.000Z');
  cities += 1;
  city = await createCity(test, await test.addTenant(`intake-${cities}`), 3);
  ({ id: campaignId } = await open(city, 'self-check-2026'));
});

type Sent = readonly (readonly [name: string, content: Uint8Array | string])[];

const office = () => files(city, city.office);
const department = (index: number): string => city.sections[index] ?? '';
const sheetOf = async (index: number, kind: 'html' | 'excel', campaign = campaignId): Promise<Uint8Array> =>
  (await office().downloadSheet({ campaignId: campaign, respondentId: department(index), kind })).bytes;

async function read(sent: Sent, campaign = campaignId) {
  const { intakeId } = await office().openIntake({ campaignId: campaign });
  const fileIds: string[] = [];
  for (const [name, content] of sent) fileIds.push(await upload(city, city.office, name, content));
  await office().addToIntake({ intakeId, fileIds });
  return { intakeId, files: (await office().getIntake({ intakeId })).files };
}

/** What is said about the only file. */
async function saidOf(name: string, content: Uint8Array | string, campaign = campaignId): Promise<string[]> {
  const { files: found } = await read([[name, content]], campaign);
  expect(found).toHaveLength(1);
  expect(found[0]?.verdict).toBe('refused');
  return (found[0]?.problems ?? []).map(({ place, message }) => `${place}${message}`);
}

async function zipOf(entries: Sent): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of entries) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('an answer file of the HTML sheet', () => {
  it('is refused when form, version, respondent or count were changed by hand', async () => {
    const html = await sheetOf(0, 'html');
    const { ticket } = dataOf(html);
    for (const change of [
      { formHash: 'f'.repeat(64) },
      { department: department(1) },
      { revision: 3 },
      { form: 'x' },
    ]) {
      const file = answerFileOf(html, selfCheckSheet(), { ticket: { ...ticket, ...change } });
      expect(await saidOf('回答.json', file)).toEqual([
        '調査票の版、所属又は配布の記録が書き換えられています。配られた回答票で答え直してください。',
      ]);
    }
  });

  it('is refused when its answers were edited, when it was cut off, and when it is the sheet itself or a draft', async () => {
    const html = await sheetOf(0, 'html');
    const good = answerFileOf(html, selfCheckSheet({ 'asset-pledge': { value: 'no', reason: '準備中' } }));
    expect(await saidOf('回答.json', good.replace('準備中', '実施済'))).toEqual([
      expect.stringContaining('書き換えられています。回答票で回答ファイルを作り直してください。'),
    ]);
    expect(await saidOf('回答.json', good.slice(0, -300))).toEqual([expect.stringContaining('途中で切れています')]);
    expect(await saidOf('回答.txt', new TextDecoder().decode(html))).toEqual([
      expect.stringContaining('HTMLの回答票そのものです'),
    ]);
    expect(await saidOf('回答.json', answerFileOf(html, selfCheckSheet(), { complete: false }))).toEqual([
      expect.stringContaining('途中の回答です'),
    ]);
    expect(await saidOf('何か.json', '{"a":1}')).toEqual([expect.stringContaining('回答ファイルではありません')]);
  });

  it('names item and reason of unknown options, unknown items, missing words and over-long text', async () => {
    const html = await sheetOf(0, 'html');
    const answers = {
      ...selfCheckSheet({
        'asset-pledge': { value: 'maybe' },
        'asset-locked-storage': { value: 'no', reason: 'あ'.repeat(100_000) },
        'asset-counter-placement': { value: 'no' },
      }),
      invented: { value: 'yes' },
    };
    expect(await saidOf('回答.json', answerFileOf(html, answers))).toEqual([
      expect.stringContaining('識別子「invented」の設問は調査票にありません'),
      '問1：選択肢の中から選んでください。',
      expect.stringMatching(/^問2：.*1,?000字以内/u),
      '問3：「いいえ」の理由又は代わりの対策を入力してください。',
    ]);
  });

  it('of wrong shapes is refused item by item, and nothing breaks', async () => {
    const html = await sheetOf(0, 'html');
    const answers = { ...selfCheckSheet(), 'asset-pledge': { value: { deep: [[]] }, other: 1 } } as never;
    expect(await saidOf('回答.json', answerFileOf(html, answers))).toEqual([
      expect.stringContaining('問1：回答の形が正しくありません'),
    ]);
    const nul = { ...selfCheckSheet(), 'asset-pledge': { value: 'no', reason: 'a\0b' } };
    expect(await saidOf('回答.json', answerFileOf(html, nul))).toEqual([expect.stringContaining('問1：')]);
    expect(await saidOf('回答.json', answerFileOf(html, 'none' as never))).toEqual([
      expect.stringContaining('回答が入っていません'),
    ]);
  });

  it('of another campaign is refused', async () => {
    const { id: survey } = await open(city, 'preliminary-survey-2026');
    const html = await sheetOf(0, 'html', survey);
    expect(await saidOf('回答.json', answerFileOf(html, surveySheet()))).toEqual([
      expect.stringContaining('別の調査（preliminary-survey 2026版）の回答票です'),
    ]);
  });

  it('of an older version of the form is refused, with the version that it was', async () => {
    const text = answerFileOf(await sheetOf(0, 'html'), selfCheckSheet());
    const secret = await test.application.parts.database.transaction(city.tenantId, (tx) => findSecret(tx, campaignId));
    const found = { name: '回答.json', sha256: '', source: 0, kind: 'text', text } as const;
    const to = {
      campaignId,
      form: selfCheckForm,
      secret,
      respondents: new Set([department(0)]),
      now: test.clock.now(),
    };
    const { formHash } = dataOf(await sheetOf(0, 'html')).ticket;
    expect(readFile(found, { ...to, formHash }).problems).toEqual([]);
    expect(readFile(found, { ...to, formHash: '0'.repeat(64) }).problems).toEqual([
      expect.objectContaining({ message: expect.stringContaining('古い版（self-check 2026版）の回答票です') }),
    ]);
  });

  it('tells of a clock that is ahead; the server decides whether it is in time', async () => {
    const html = await sheetOf(0, 'html');
    test.clock.moveTo('2026-08-03T00:00:00.000Z');
    const file = answerFileOf(html, selfCheckSheet(), { savedAt: Date.parse('2026-12-31T00:00:00.000Z') });
    const { intakeId, files: found } = await read([['回答.json', file]]);
    expect(found[0]).toMatchObject({ verdict: 'new', notices: [expect.stringContaining('時計が進んでいます')] });
    expect(found[0]?.refusal).toContain('提出期限');
    const chosen = [{ number: 1, revision: 0 }];
    const late = await office().acceptFiles({ intakeId, files: chosen });
    expect(late).toMatchObject({ accepted: [], refused: [{ number: 1, reason: expect.stringContaining('提出期限') }] });
    await expect(office().acceptFiles({ intakeId, files: chosen, receivedOn: '2026-08-04' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'receivedOn' }] },
    });
    const stated = await office().acceptFiles({ intakeId, files: chosen, receivedOn: '2026-07-31' });
    expect(stated).toEqual({ accepted: [1], refused: [] });
    expect((await office().getIntake({ intakeId })).files[0]?.verdict).toBe('accepted');
    const again = await office().acceptFiles({ intakeId, files: chosen });
    expect(again.accepted).toEqual([]);
  });
});

describe('the same department twice', () => {
  it('is told apart by the time and count of savings; the newer one is proposed', async () => {
    const html = await sheetOf(0, 'html');
    const older = answerFileOf(html, selfCheckSheet(), { serial: 1 });
    const answers = selfCheckSheet({ 'asset-pledge': { value: 'no', reason: '準備中' } });
    const newer = answerFileOf(html, answers, { serial: 2, savedAt: Date.parse('2026-07-11T00:00:00.000Z') });
    const { files: found } = await read([
      ['二回目.json', newer],
      ['一回目.json', older],
      ['二回目の写し.json', newer],
    ]);
    expect(found.map(({ verdict }) => verdict)).toEqual(['new', 'older', 'repeated']);
  });

  it('by clock and count that disagree, or by Excel, is left to a person, and only one is taken', async () => {
    const html = await sheetOf(0, 'html');
    const book = await filledBook(await sheetOf(0, 'excel'), selfCheckForm, selfCheckSheet());
    const one = answerFileOf(html, selfCheckSheet({ 'asset-pledge': { value: 'no', reason: '準備中' } }));
    const { intakeId, files: found } = await read([
      ['回答.json', one],
      ['回答.xlsx', book],
    ]);
    expect(found.map(({ verdict }) => verdict)).toEqual(['competing', 'competing']);
    const { accepted, refused } = await office().acceptFiles({
      intakeId,
      files: found.map(({ number, revision }) => ({ number, revision })),
    });
    expect([accepted, refused.map(({ reason }) => reason)]).toEqual([
      [1],
      [expect.stringContaining('同じ回答者のファイルが二つ選ばれています')],
    ]);
  });

  it('is seen against what was answered on the page meanwhile', async () => {
    const html = await sheetOf(0, 'html');
    const place = { campaignId, respondentId: department(0) };
    await client(city, city.staff(0)).submitResponse({ ...place, expectedRevision: 0, answers: selfCheckSheet() });
    const same = await read([['回答.json', answerFileOf(html, selfCheckSheet())]]);
    expect(same.files[0]?.verdict).toBe('same');
    const answers = selfCheckSheet({ 'asset-pledge': { value: 'not-applicable', reason: '該当者なし' } });
    const other = await read([['回答.json', answerFileOf(html, answers)]]);
    expect(other.files[0]).toMatchObject({ verdict: 'overtaken', revision: 1 });
    const { differences } = await office().getIntakeFile({ intakeId: other.intakeId, number: 1 });
    expect(differences).toEqual([
      expect.objectContaining({ number: 1, before: 'はい', after: '対象外\n理由：該当者なし' }),
    ]);
    // Somebody answers once more between the look and the acceptance.
    const mended = selfCheckSheet({ 'asset-pledge': { value: 'no', reason: '準備中' } });
    await client(city, city.staff(0)).submitResponse({ ...place, expectedRevision: 1, answers: mended });
    const chosen = [{ number: 1, revision: 1 }];
    const { accepted, refused } = await office().acceptFiles({ intakeId: other.intakeId, files: chosen });
    expect([accepted, refused[0]?.reason]).toEqual([[], expect.stringContaining('確かめた後に')]);
  });
});

describe('an Excel sheet', () => {
  it('survives moved and added rows and columns, full-width digits, 和暦, and a workbook without its id column', async () => {
    const { id: survey } = await open(city, 'preliminary-survey-2026');
    const contract = {
      'service-name': '申込みの受付',
      provider: '株式会社あおば',
      confidentiality: 'grade-3b',
      'contract-start': '2026-04-01',
      'in-register': true,
    };
    const answers = surveySheet({
      'external-service-use': { value: 'yes' },
      'external-service-count': { value: 12 },
      'external-service-table': { value: [contract] },
    });
    const book = await filledBook(await sheetOf(0, 'excel', survey), surveyForm, answers, (made) => {
      const questions = made.getWorksheet('回答');
      questions?.eachRow((row) => {
        if (row.getCell(1).text === 'external-service-count') row.getCell(4).value = '１２件';
        if (row.getCell(1).text === 'visitor-traffic') row.getCell(4).value = '２';
      });
      // The column of answers goes to the far right, a remark comes in between, ids are lost.
      questions?.eachRow((row) => {
        row.getCell(20).value = row.getCell(4).value;
        row.getCell(4).value = null;
        row.getCell(1).value = null;
      });
      questions?.insertRow(1, ['', '', '事務連絡：7月中に提出']);
      made.getWorksheet('問7')?.eachRow((row) => {
        for (const column of [2, 3, 4, 5, 6, 7]) {
          if (row.getCell(column).text === '令和8年4月1日') row.getCell(column).value = 'Ｒ８．４．１';
          if (row.getCell(column).text === 'はい') row.getCell(column).value = '○';
        }
      });
    });
    const { files: found } = await read([['市民課.xlsx', book]], survey);
    expect(found[0]?.problems).toEqual([]);
    expect(found[0]?.verdict).toBe('new');
  });

  it('says where an unknown option or an unreadable number stands', async () => {
    const { id: survey } = await open(city, 'preliminary-survey-2026');
    const answers = surveySheet({ 'server-room': { value: 'room' }, 'server-count': { value: 3 } });
    const book = await filledBook(await sheetOf(0, 'excel', survey), surveyForm, answers, (made) => {
      made.getWorksheet('回答')?.eachRow((row) => {
        if (row.getCell(1).text === 'server-count') row.getCell(4).value = '三台くらい';
        if (row.getCell(1).text === 'visitor-traffic') row.getCell(4).value = 'たくさん';
      });
      made.getWorksheet('問1')?.eachRow((row) => {
        if (row.getCell(1).text === 'asset-table#1') row.getCell(3).value = 'その他の何か';
      });
    });
    const said = await saidOf('市民課.xlsx', book, survey);
    expect(said).toEqual([
      expect.stringMatching(/^シート「回答」のD\d+問2：「たくさん」は選択肢にありません。/u),
      expect.stringMatching(/^シート「回答」のD\d+問4：「三台くらい」を数として読み取れません。/u),
      expect.stringMatching(/^シート「問1」のC\d+問1：「種類」の「その他の何か」は選択肢にありません。/u),
    ]);
  });

  it('is refused without its hidden sheet, with a changed one, with two rows of an item, or when it is another workbook', async () => {
    const sheet = await sheetOf(0, 'excel');
    const without = await filledBook(sheet, selfCheckForm, selfCheckSheet(), (made) => {
      const hidden = made.getWorksheet('回答票の情報');
      if (hidden !== undefined) made.removeWorksheet(hidden.id);
    });
    expect(await saidOf('市民課.xlsx', without)).toEqual([expect.stringContaining('隠しシート')]);
    const changed = await filledBook(sheet, selfCheckForm, selfCheckSheet(), (made) => {
      made.getWorksheet('回答票の情報')?.eachRow((row) => {
        if (row.getCell(1).text === '所属の識別子') row.getCell(2).value = department(1);
      });
    });
    expect(await saidOf('市民課.xlsx', changed)).toEqual([expect.stringContaining('書き換えられています')]);
    const twice = await filledBook(sheet, selfCheckForm, selfCheckSheet(), (made) => {
      const questions = made.getWorksheet('回答');
      questions?.addRow(['asset-pledge', 1, '写し', 'いいえ']);
    });
    expect(await saidOf('市民課.xlsx', twice)).toEqual([expect.stringContaining('問1の行が二つあり、回答が違います')]);
    const other = new Workbook();
    other.addWorksheet('一覧').addRow(['氏名', '所属']);
    expect(await saidOf('一覧.xlsx', new Uint8Array(await other.xlsx.writeBuffer()))).toEqual([
      expect.stringContaining('配布したExcelの回答票ではない'),
    ]);
  });
});

describe('an archive', () => {
  it('gives each file its own outcome, whatever lies beside it', async () => {
    const html = await sheetOf(0, 'html');
    const inner = await zipOf([['中.txt', 'x']]);
    const zip = await zipOf([
      ['局/市民課/回答.json', answerFileOf(html, selfCheckSheet())],
      ['局/回答.xlsx', await filledBook(await sheetOf(1, 'excel'), selfCheckForm, selfCheckSheet())],
      ['__MACOSX/._回答.json', 'litter'],
      ['重ねた.zip', inner],
      ['壊れた.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
    ]);
    const { files: found } = await read([['まとめ.zip', zip]]);
    expect(found.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['局/市民課/回答.json', 'new'],
      ['局/回答.xlsx', 'new'],
      ['重ねた.zip', 'refused'],
      ['壊れた.xlsx', 'refused'],
    ]);
  });

  it('may hold a thousand files, and no more', async () => {
    const html = await sheetOf(0, 'html');
    const many = Array.from({ length: 1000 }, (_, index) => {
      const answers = selfCheckSheet({ 'asset-pledge': { value: 'no', reason: `理由${index}` } });
      return [`回答${index}.json`, answerFileOf(html, answers, { serial: index })] as const;
    });
    const { intakeId, files: found } = await read([['千件.zip', await zipOf(many)]]);
    expect(found).toHaveLength(1000);
    expect(found.filter(({ verdict }) => verdict === 'new').map(({ name }) => name)).toEqual(['回答999.json']);
    expect(found.filter(({ verdict }) => verdict === 'older')).toHaveLength(999);
    const [newest] = found.filter(({ verdict }) => verdict === 'new');
    const taken = await office().acceptFiles({ intakeId, files: [{ number: newest?.number ?? 0, revision: 0 }] });
    expect(taken).toEqual({ accepted: [1000], refused: [] });
    expect(await office().listIntakes({ campaignId })).toMatchObject({ intakes: [{ files: 1000, accepted: 1 }] });
    const more = await zipOf([...many, ['もう一つ.json', '{}']]);
    expect(await saidOf('千一件.zip', more)).toEqual([expect.stringContaining('1,000件まで')]);
  });
});

describe('an intake', () => {
  it('belongs to the office of the municipality', async () => {
    const { intakeId } = await office().openIntake({ campaignId });
    const other = await createCity(test, await test.addTenant(`foreign-${cities}`), 1);
    await expect(files(other, other.office).getIntake({ intakeId })).rejects.toMatchObject({ code: 'record.missing' });
    await expect(files(city, city.head(0)).getIntake({ intakeId })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(files(city, city.staff(0)).getIntakeFile({ intakeId, number: 1 })).rejects.toMatchObject({
      code: 'permission.refused',
    });
  });

  it('sends sheets out in one archive; papers in portions', async () => {
    const { bytes, mediaType } = await office().downloadSheets({ campaignId, kind: 'html' });
    expect(mediaType).toBe('application/zip');
    const { files: found } = await read([['配布.zip', bytes]]);
    expect(found.map(({ name }) => name)).toHaveLength(3);
    expect(found.every(({ problems }) => problems[0]?.message.includes('HTMLの回答票そのもの') === true)).toBe(true);
    await expect(
      office().downloadSheets({ campaignId, kind: 'paper', respondents: [city.engagementId] }),
    ).rejects.toMatchObject({ code: 'record.missing' });
  });
});
