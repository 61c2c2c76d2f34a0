import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlobStore, localBlobStore, oneChunk } from './blob.ts';
import { attachFile, insertFile, readFileRow, receiveUpload, safeName, UPLOAD_LIMIT } from './file.ts';
import { newId } from './identifier.ts';
import { startTestApplication, type TestApplication } from './test-application.ts';

const at = new Date('2026-06-01T00:00:00.000Z');
const me = '00000000-0000-7000-8000-000000000001';
const another = '00000000-0000-7000-8000-000000000002';
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n');
const DOCX = zipSync({
  '[Content_Types].xml': Buffer.from(
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  'word/document.xml': Buffer.from('<w/>'),
});

let folder: string;
let blobs: BlobStore;
let test: TestApplication;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'machimori-file-'));
  blobs = localBlobStore(folder);
  test = await startTestApplication({ modules: [] });
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

const code = (expected: string) => expect.objectContaining({ code: expected });
const receive = (name: string, bytes: Uint8Array | AsyncIterable<Uint8Array>) =>
  receiveUpload(blobs, {
    id: newId(at),
    name,
    bytes: bytes instanceof Uint8Array ? oneChunk(bytes) : bytes,
    uploadedBy: me,
    at,
  });

describe('uploads', () => {
  it('accepts what the bytes and the name agree on', async () => {
    expect(await receive('図.PNG', PNG)).toMatchObject({ name: '図.PNG', mediaType: 'image/png', size: PNG.length });
    expect(await receive('契約書.pdf', PDF)).toMatchObject({ mediaType: 'application/pdf' });
    expect((await receive('仕様.docx', DOCX)).mediaType).toContain('wordprocessingml.document');
    expect(await receive('一覧.csv', Buffer.from('課,件数\n総務課,3\n'))).toMatchObject({ mediaType: 'text/csv' });
  });

  it.each([
    ['a.png', PDF],
    ['a.pdf', PNG],
    ['a.txt', PNG],
    ['a.csv', Buffer.from('a\0b')],
    ['a.xlsx', PDF],
    ['a.xlsx', DOCX],
    ['a.docx', Buffer.from('not a zip')],
    ['a.jpg', Buffer.from('<script>alert(1)</script>')],
    ['a.txt', new Uint8Array()],
  ])('refuses a lying extension: %s', async (name, bytes) => {
    await expect(receive(name, bytes)).rejects.toEqual(code('file.lying'));
  });

  it.each([
    'a.exe',
    'a.html',
    'a.svg',
    'a',
    '',
    '..',
    'a.docm',
    'a.pdf.exe',
    'constructor',
    'x.__proto__',
    '\u202Efdp',
  ])('refuses the name "%s" before it reads a byte', async (name) => {
    let read = false;
    const bytes = async function* (): AsyncGenerator<Uint8Array> {
      read = true;
      yield PDF;
    };
    await expect(receive(name, bytes())).rejects.toEqual(code('file.forbidden'));
    expect(read).toBe(false);
  });

  it('refuses a file over the limit while it arrives', async () => {
    let sent = 0;
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      yield PDF;
      for (;;) {
        sent += 1;
        yield Buffer.alloc(1024 * 1024);
      }
    };
    await expect(receive('a.pdf', endless())).rejects.toEqual(code('file.too-large'));
    expect(sent).toBeLessThanOrEqual(UPLOAD_LIMIT / 1024 / 1024 + 1);
  });

  it('makes names that are harmless and still readable', () => {
    expect(safeName('../../etc/決裁 書.pdf')).toBe('決裁 書.pdf');
    expect(safeName('C:\\Users\\me\\報告.docx')).toBe('報告.docx');
    expect(safeName('一覧\u202Efdp.exe\r\n\u0000.txt')).toBe('一覧fdp.exe.txt');
    expect(safeName(' . .profile.txt')).toBe('profile.txt');
    expect(safeName('\u30AB\u3099イド.pdf')).toBe('\u30ACイド.pdf');
    expect(safeName(`${'𠮷'.repeat(400)}.pdf`)).toMatch(/^𠮷{190}𠮷{6}\.pdf$/u);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        let safe: string;
        try {
          safe = safeName(name);
        } catch (error) {
          expect(error).toEqual(code('file.forbidden'));
          return;
        }
        expect([...safe].length).toBeGreaterThan(0);
        expect([...safe].length).toBeLessThanOrEqual(200);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cf}/\\<>:"|?*]|^[.\s]|\s$/u);
        expect(safe.isWellFormed()).toBe(true);
        expect(safeName(safe)).toBe(safe);
      }),
      { numRuns: 500 },
    );
  });
});

describe('files of records', () => {
  it('serves one record, of the person who brought it, in its own municipality', async () => {
    const { database } = test.application.parts;
    const file = await receive('証跡.pdf', PDF);
    const other = await test.addTenant('みどり市');
    await database.transaction(test.tenantId, (tx) => insertFile(tx, file));
    await expect(database.transaction(other, (tx) => readFileRow(tx, file.id))).rejects.toEqual(code('file.missing'));
    await expect(database.transaction(other, (tx) => attachFile(tx, file.id, me, 'audit:1'))).rejects.toEqual(
      code('file.missing'),
    );
    const attach = (account: string, record: string) =>
      database.transaction(test.tenantId, (tx) => attachFile(tx, file.id, account, record));
    await expect(attach(another, 'audit:1')).rejects.toEqual(code('file.missing'));
    await attach(me, 'audit:1');
    await attach(me, 'audit:1');
    await expect(attach(me, 'audit:2')).rejects.toEqual(code('file.missing'));
  });
});
