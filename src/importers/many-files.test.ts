/** Archives as they come by mail: names of Windows, passwords, bombs, archives in archives. */
import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { readManyFiles } from './many-files.ts';

async function zipOf(entries: readonly (readonly [name: string, content: string | Uint8Array])[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of entries) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Changes the flags of all entries: 1 is a password, 0x800 a name in UTF-8. */
function withFlags(zip: Buffer, change: (flags: number) => number): Buffer {
  const copy = Buffer.from(zip);
  for (const [signature, offset] of [
    ['PK\u0003\u0004', 6],
    ['PK\u0001\u0002', 8],
  ] as const) {
    for (let at = copy.indexOf(signature); at >= 0; at = copy.indexOf(signature, at + 1)) {
      copy.writeUInt16LE(change(copy.readUInt16LE(at + offset)), at + offset);
    }
  }
  return copy;
}

const read = async (name: string, bytes: Uint8Array) =>
  (await readManyFiles([{ name, bytes }])).map((file) =>
    file.kind === 'text'
      ? [file.name, file.text]
      : [file.name, file.kind === 'refused' ? file.message : file.sheets.length],
  );

describe('many files', () => {
  it('are told apart by their bytes, in the order in which they came', async () => {
    const book = new Workbook();
    book.addWorksheet('一枚目').addRow(['a']);
    const xlsx = new Uint8Array(await book.xlsx.writeBuffer());
    const files = await readManyFiles([
      { name: 'a.txt', bytes: xlsx },
      { name: 'b.xlsx', bytes: Buffer.from('{"市":1}') },
      { name: 'c.xlsx', bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]) },
      { name: 'd.json', bytes: Buffer.from([0, 159, 146, 150]) },
    ]);
    expect(files.map(({ name, kind }) => [name, kind])).toEqual([
      ['a.txt', 'sheets'],
      ['b.xlsx', 'text'],
      ['c.xlsx', 'refused'],
      ['d.json', 'refused'],
    ]);
  });

  it('in an archive of Windows keep their Japanese names', async () => {
    // 市民課 in Shift_JIS takes six bytes.
    const zip = await zipOf([['abcdef.txt', 'はい']]);
    const name = Buffer.from([0x8e, 0x73, 0x96, 0xaf, 0x89, 0xdb]);
    for (let at = zip.indexOf('abcdef'); at >= 0; at = zip.indexOf('abcdef', at)) name.copy(zip, at);
    expect(
      await read(
        '窓口.zip',
        withFlags(zip, (flags) => flags & ~0x800),
      ),
    ).toEqual([['市民課.txt', 'はい']]);
  });

  it('under a password, too large or inside a further archive are refused one by one', async () => {
    const locked = withFlags(await zipOf([['秘密.txt', 'x']]), (flags) => flags | 1);
    expect(await read('locked.zip', locked)).toEqual([['秘密.txt', expect.stringContaining('パスワードを外して')]]);
    const bomb = await zipOf([
      ['膨らむ.txt', Buffer.alloc(11 * 1024 * 1024)],
      ['ふつう.txt', 'はい'],
      ['重ねた.zip', await zipOf([['x.txt', 'x']])],
    ]);
    expect(await read('bomb.zip', bomb)).toEqual([
      ['膨らむ.txt', expect.stringContaining('大きすぎるか')],
      ['ふつう.txt', 'はい'],
      ['重ねた.zip', expect.stringContaining('ZIPの中のZIP')],
    ]);
  });

  it('that are cut off or empty are refused with a sentence', async () => {
    const zip = await zipOf([['a.txt', 'x']]);
    expect(await read('cut.zip', zip.subarray(0, 20))).toEqual([['cut.zip', expect.stringContaining('壊れています')]]);
    expect(await read('empty.zip', await zipOf([['folder/.DS_Store', 'x']]))).toEqual([
      ['empty.zip', expect.stringContaining('ファイルがありません')],
    ]);
  });

  it('out of an archive come with their content where it is wanted, and documents of Word are no archives', async () => {
    const word = await zipOf([
      ['[Content_Types].xml', '<Types/>'],
      ['word/document.xml', '<w/>'],
    ]);
    const zip = await zipOf([
      ['一.txt', 'はい'],
      ['二.docx', word],
    ]);
    const files = [
      { name: 'a.zip', bytes: zip },
      { name: '三.txt', bytes: Buffer.from('いいえ') },
    ];
    const found = await readManyFiles(files, { contents: true });
    expect(found.map(({ name, source, kind }) => [name, source, kind])).toEqual([
      ['一.txt', 0, 'text'],
      ['二.docx', 0, 'refused'],
      ['三.txt', 1, 'text'],
    ]);
    expect(found.map(({ content = '' }) => Buffer.from(content, 'base64').length)).toEqual([6, word.length, 0]);
    expect((await readManyFiles(files)).map(({ content }) => content)).toEqual([undefined, undefined, undefined]);
  });

  it('that take too long or too much are given up as a whole', async () => {
    const files = [{ name: 'a.txt', bytes: Buffer.from('x') }];
    const [file] = await readManyFiles(files, { limits: { seconds: 0.001, megabytes: 64 } });
    expect(file).toMatchObject({ kind: 'refused', message: expect.stringContaining('打ち切りました') });
  });
});
