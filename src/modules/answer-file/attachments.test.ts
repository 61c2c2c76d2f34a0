/** Files that answer items: inside an answer file, beside a workbook, and as they should not be. */
import { Workbook } from '@cj-tech-master/excelts';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import type { AnswerSheet } from '../../core/assessment/index.ts';
import { everyType } from '../../core/assessment/testing/forms.ts';
import type { FormItem } from '../../core/content-schema/index.ts';
import type { TestApplication } from '../../kernel/test-application.ts';
import { questionnaireContract } from '../questionnaire/contract.ts';
import { type City, client, createCity } from '../self-check/testing/city.ts';
import type { AnswerAttachment } from './rules/answer-json.ts';
import { FILE_BYTES, idOfHash } from './rules/attachment.ts';
import { answerFileOf, dataOf, files, startApplication, upload } from './testing/answering.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const LEDGER = Buffer.from('鍵の貸出簿');
const WHOLE: AnswerSheet = {
  kind: { value: 'general' },
  pledge: { value: 'yes' },
  media: { value: ['paper'] },
  level: { value: 4 },
  habits: { value: { lock: 'always', shred: 'never' } },
  list: { value: [{ name: '端末', lent: true, to: '総務課' }] },
};

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
  city = await createCity(test, await test.addTenant(`files-${cities}`), 3);
  const forms = test.application.client(questionnaireContract, city.office);
  const draft = await forms.createQuestionnaire({ type: 'preliminary-survey', fiscalYear: 2026, title: '答え方' });
  const built = await forms.buildDraft({
    questionnaireId: draft.id,
    version: draft.version,
    edits: everyType.map((item, index) => ({
      kind: 'add-item' as const,
      section: 'section-1',
      item: { number: 1, question: `${index + 1}番目はどうか。`, ...item } as unknown as FormItem,
    })),
  });
  await forms.publish({ questionnaireId: draft.id, version: built.version });
  ({ id: campaignId } = await client(city, city.office).openCampaign({
    engagementId: city.engagementId,
    questionnaireId: draft.id,
    departments: 'all',
    opens: '2026-07-01',
    due: '2026-07-31',
  }));
});

type Sent = readonly (readonly [name: string, content: Uint8Array | string])[];
const office = () => files(city, city.office);
const department = (index: number): string => city.sections[index] ?? '';
const sheetOf = async (index: number, kind: 'html' | 'excel'): Promise<Uint8Array> =>
  (await office().downloadSheet({ campaignId, respondentId: department(index), kind })).bytes;

const attachment = (name: string, bytes: Buffer, change: Partial<AnswerAttachment> = {}): AnswerAttachment => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const content = bytes.toString('base64');
  return { id: idOfHash(sha256), item: 'proof', name, size: bytes.length, sha256, content, ...change };
};
const answerWith = (html: Uint8Array, attachments: readonly AnswerAttachment[]): string =>
  answerFileOf(html, { ...WHOLE, proof: { value: attachments.map(({ id }) => id) } }, { attachments });

/** The workbook of a department, its cell of files filled with these names. */
async function bookWith(index: number, names: string): Promise<Uint8Array> {
  const book = new Workbook();
  await book.xlsx.load(await sheetOf(index, 'excel'));
  const values: Readonly<Record<string, string | number>> = {
    kind: '1',
    pledge: 'はい',
    media: '1',
    level: '4',
    'habits@lock': '1',
    'habits@shred': '2',
    proof: names,
  };
  book.getWorksheet('回答')?.eachRow((row) => {
    const value = values[row.getCell(1).text];
    if (value !== undefined) row.getCell(4).value = value;
  });
  book.worksheets
    .find(({ name }) => name.startsWith('問'))
    ?.eachRow((row) => {
      if (!row.getCell(1).text.endsWith('#1')) return;
      ['端末', 'はい', '総務課'].forEach((text, at) => {
        row.getCell(at + 2).value = text;
      });
    });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function zipOf(entries: Sent): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of entries) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Reads files in as many parts as they are given in. */
async function read(...parts: readonly Sent[]) {
  const { intakeId } = await office().openIntake({ campaignId });
  for (const sent of parts) {
    const fileIds: string[] = [];
    for (const [name, content] of sent) fileIds.push(await upload(city, city.office, name, content));
    await office().addToIntake({ intakeId, fileIds });
  }
  return { intakeId, files: (await office().getIntake({ intakeId })).files };
}
type Read = Awaited<ReturnType<typeof read>>;

/** Takes in what is proposed. */
async function take({ intakeId, files: found }: Read, caller = office()) {
  const proposed = found.filter(({ verdict }) => verdict === 'new' || verdict === 'changed');
  if (proposed.length === 0) return { accepted: [], refused: [] };
  return caller.acceptFiles({ intakeId, files: proposed.map(({ number, revision }) => ({ number, revision })) });
}
const verdictsOf = ({ files: found }: Read) => found.map(({ name, verdict }) => [name, verdict]);
const problemsOf = ({ files: found }: Read) => found.flatMap(({ problems }) => problems.map(({ message }) => message));

/** Names and contents of the files that answer the item now. */
async function attachedTo(index: number): Promise<string[][]> {
  const place = { campaignId, respondentId: department(index) };
  const { revisions } = await client(city, city.office).getResponse(place);
  const ids = (revisions[0]?.answers['proof']?.value ?? []) as readonly string[];
  return Promise.all(
    ids.map(async (fileId) => {
      const { name, bytes } = await client(city, city.office).downloadAnswerFile({ ...place, fileId });
      return [name, Buffer.from(bytes).toString('base64')];
    }),
  );
}
const held = (name: string, bytes: Buffer) => [name, bytes.toString('base64')];

describe('files inside an answer file', () => {
  it('are attached with the answers, and the same file sent again changes nothing', async () => {
    const html = await sheetOf(0, 'html');
    const file = answerWith(html, [attachment('貸出簿.txt', LEDGER), attachment('写真.png', PNG)]);
    const first = await read([['回答.json', file]]);
    expect(first.files).toMatchObject([{ verdict: 'new', problems: [] }]);
    const { differences } = await office().getIntakeFile({ intakeId: first.intakeId, number: 1 });
    expect(differences.find(({ item }) => item === 'proof')).toMatchObject({
      before: '',
      after: '貸出簿.txt（届いたファイル）\n写真.png（届いたファイル）',
    });
    expect(await take(first)).toEqual({ accepted: [1], refused: [] });
    expect(await attachedTo(0)).toEqual([held('貸出簿.txt', LEDGER), held('写真.png', PNG)]);
    expect(verdictsOf(await read([['もう一度.json', file]]))).toEqual([['もう一度.json', 'same']]);
    const other = answerWith(html, [attachment('貸出簿.txt', Buffer.from('別の貸出簿'))]);
    expect(await take(await read([['直した.json', other]]))).toEqual({ accepted: [], refused: [] });
    const overtaken = await read([['直した.json', other]]);
    expect(overtaken.files).toMatchObject([{ verdict: 'overtaken', revision: 1 }]);
  });

  it('are refused when they were changed, are not what they say, or are too large', async () => {
    const html = await sheetOf(0, 'html');
    const changed = { ...attachment('貸出簿.txt', LEDGER), content: Buffer.from('鍵の借出簿').toString('base64') };
    expect(problemsOf(await read([['a.json', answerWith(html, [changed])]]))).toEqual([
      '問9：添付ファイル「貸出簿.txt」が途中で壊れたか、書き換えられています。回答票で回答ファイルを作り直してください。',
    ]);
    const program = attachment('動く.exe', Buffer.from('MZ'));
    expect(problemsOf(await read([['b.json', answerWith(html, [program])]]))).toEqual([
      expect.stringMatching(/^問9：「動く.exe」　この種類のファイルは受け付けられません/u),
    ]);
    const lying = attachment('写真.png', LEDGER);
    expect(problemsOf(await read([['c.json', answerWith(html, [lying])]]))).toEqual([
      expect.stringMatching(/^問9：「写真.png」　ファイルの中身と拡張子が合いません/u),
    ]);
    const large = attachment('大きい.txt', Buffer.alloc(FILE_BYTES + 1, 'a'));
    expect(problemsOf(await read([['d.json', answerWith(html, [large])]]))).toEqual([
      '問9：「大きい.txt」　大きすぎます。添付できるのは一つ10MBまでです。',
    ]);
    const many = Array.from({ length: 11 }, (_, index) => attachment(`${index}.txt`, Buffer.from(`${index}`)));
    expect(problemsOf(await read([['e.json', answerWith(html, many)]]))).toEqual([
      expect.stringMatching(/^問9：ファイルは\d+件までにしてください。$/u),
    ]);
    const shapeless = answerFileOf(html, WHOLE, { attachments: [{ name: 1 }] as never });
    expect(problemsOf(await read([['f.json', shapeless]]))).toEqual([
      expect.stringContaining('添付ファイルの形が正しくありません'),
    ]);
    const foreign = answerFileOf(html, { ...WHOLE, proof: { value: ['0d4f0f1e-5c1b-4a0e-9d0e-111111111111'] } });
    expect(problemsOf(await read([['g.json', foreign]]))).toEqual([
      expect.stringContaining('前に添付したファイルが見つかりません'),
    ]);
  });

  it('of a sheet that goes on from the page are named, and stay', async () => {
    const staff = city.staff(0);
    const place = { campaignId, respondentId: department(0) };
    const fileId = await upload(city, staff, '貸出簿.txt', LEDGER);
    await client(city, staff).attachAnswerFile({ ...place, item: 'proof', fileId });
    const answers = { ...WHOLE, proof: { value: [fileId] } };
    await client(city, staff).saveDraft({ ...place, draftVersion: 0, answers });
    const { bytes } = await files(city, staff).downloadSheet({ ...place, kind: 'html' });
    expect(dataOf(bytes).files).toEqual([expect.objectContaining({ id: fileId, name: '貸出簿.txt' })]);
    const sent = await upload(city, staff, '回答.json', answerFileOf(bytes, answers));
    const looked = await files(city, staff).previewOwnFile({ ...place, fileIds: [sent] });
    expect(looked).toMatchObject({ verdict: 'new', problems: [] });
    await files(city, staff).submitOwnFile({ ...place, fileIds: [sent], expectedRevision: 0 });
    expect(await attachedTo(0)).toEqual([held('貸出簿.txt', LEDGER)]);
  });
});

describe('files beside a workbook', () => {
  it('are found by the names in its cell, whatever part they come in and however the name is written', async () => {
    const book = await bookWith(0, 'C:\\書類\\写真、貸出簿．ＴＸＴ');
    const found = await read(
      [
        ['市民課.xlsx', book],
        ['写真.png', PNG],
      ],
      [['貸出簿.txt', LEDGER]],
    );
    expect(verdictsOf(found)).toEqual([
      ['市民課.xlsx', 'new'],
      ['写真.png', 'beside'],
      ['貸出簿.txt', 'beside'],
    ]);
    expect(found.files[1]).toMatchObject({ respondentId: department(0), problems: [] });
    expect(await take(found)).toEqual({ accepted: [1], refused: [] });
    expect(await attachedTo(0)).toEqual([held('写真.png', PNG), held('貸出簿.txt', LEDGER)]);
    const again = await read([
      ['市民課.xlsx', book],
      ['写真.png', PNG],
      ['貸出簿.txt', LEDGER],
    ]);
    expect(again.files[0]?.verdict).toBe('same');
  });

  it('that are missing, named by nobody or of one name are told before anything is taken in', async () => {
    const lacking = await read([
      ['市民課.xlsx', await bookWith(0, '写真.png')],
      ['ほかの写真.png', PNG],
    ]);
    expect(lacking.files).toMatchObject([
      { verdict: 'refused', problems: [{ message: expect.stringMatching(/^問9：「写真.png」が届いていません。/u) }] },
      { verdict: 'refused', notices: [expect.stringContaining('どの回答票の回答の欄にも')] },
    ]);
    expect(await take(lacking)).toEqual({ accepted: [], refused: [] });
    const number = lacking.files[0]?.number ?? 0;
    const forced = await office().acceptFiles({ intakeId: lacking.intakeId, files: [{ number, revision: 0 }] });
    expect(forced.accepted).toEqual([]);
    const twice = await read([
      ['市民課.xlsx', await bookWith(0, '資料.txt')],
      ['資料.txt', LEDGER],
      ['資料.txt', Buffer.from('別の資料')],
    ]);
    expect(problemsOf(twice)[0]).toMatch(/^問9：「資料.txt」という名前の違うファイルが2件届いています。/u);
    const program = await read([
      ['市民課.xlsx', await bookWith(0, '動く.exe')],
      ['a.zip', await zipOf([['動く.exe', 'MZ']])],
    ]);
    expect(problemsOf(program)).toEqual([
      expect.stringContaining('「動く.exe」が届いていません'),
      expect.stringContaining('この種類のファイルは受け付けられません'),
    ]);
  });

  it('in an archive belong to the sheet in whose folder they lie', async () => {
    const other = Buffer.from('税務課の資料');
    const zip = await zipOf([
      ['市民課/回答票.xlsx', await bookWith(0, '資料.txt')],
      ['市民課/資料.txt', LEDGER],
      ['税務課/回答票.xlsx', await bookWith(1, '資料.txt')],
      ['税務課/資料.txt', other],
    ]);
    const found = await read([['まとめ.zip', zip]]);
    expect(await take(found)).toEqual({ accepted: [1, 3], refused: [] });
    expect(await attachedTo(0)).toEqual([held('資料.txt', LEDGER)]);
    expect(await attachedTo(1)).toEqual([held('資料.txt', other)]);
  });

  it('may be taken in by another person of the office, as long as the uploads are there', async () => {
    const found = await read([
      ['市民課.xlsx', await bookWith(0, '貸出簿.txt')],
      ['貸出簿.txt', LEDGER],
    ]);
    const colleague = files(city, test.caller(['security-office'], { tenantId: city.tenantId }));
    expect(await take(found, colleague)).toEqual({ accepted: [1], refused: [] });
    const late = await read([
      ['税務課.xlsx', await bookWith(1, '貸出簿.txt')],
      ['貸出簿.txt', LEDGER],
    ]);
    await test.application.parts.database.transaction(city.tenantId, async (tx) => {
      await tx
        .db<{ file: { tenant_id: number; attached_to: string | null } }>()
        .deleteFrom('file')
        .where('attached_to', 'is', null)
        .execute();
    });
    expect((await take(late)).refused).toEqual([
      expect.objectContaining({ reason: expect.stringContaining('もう一度読み取ってください') }),
    ]);
  });

  it('are handed in by the department itself, which is told what it forgot', async () => {
    const staff = city.staff(0);
    const place = { campaignId, respondentId: department(0) };
    const sent = async (entries: Sent) =>
      Promise.all(entries.map(([name, content]) => upload(city, staff, name, content)));
    const book = await bookWith(0, '貸出簿.txt');
    const own = files(city, staff);
    const alone = await own.previewOwnFile({ ...place, fileIds: await sent([['回答票.xlsx', book]]) });
    expect(alone).toMatchObject({
      verdict: 'refused',
      problems: [{ message: expect.stringContaining('届いていません') }],
    });
    const more = await sent([
      ['回答票.xlsx', book],
      ['貸出簿.txt', LEDGER],
      ['余り.txt', 'x'],
    ]);
    const extra = await own.previewOwnFile({ ...place, fileIds: more });
    expect(extra.problems.map(({ message }) => message)).toEqual([expect.stringMatching(/^「余り.txt」の名前は/u)]);
    await expect(own.submitOwnFile({ ...place, fileIds: more, expectedRevision: 0 })).rejects.toMatchObject({
      code: 'state.refused',
    });
    const [sheet = '', ledger = ''] = more;
    const fit = { ...place, fileIds: [ledger, sheet], expectedRevision: 0 };
    expect(await own.submitOwnFile(fit)).toMatchObject({ revision: 1 });
    expect(await own.submitOwnFile(fit)).toMatchObject({ revision: 1 });
    expect(await attachedTo(0)).toEqual([held('貸出簿.txt', LEDGER)]);
  });
});
