import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { document, heading, paragraph, renderDocx, renderPdf } from '../../documents/index.ts';
import { objections } from '../../documents/testing/ooxml.ts';
import { type BlobStore, oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { FileReply } from '../../kernel/contract.ts';
import { createJobRunner } from '../../kernel/job.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { deliverablesContract, type MadePackage, REVIEW_POINTS } from './contract.ts';
import { readJoliet } from './testing/joliet.ts';

let test: TestApplication;
let lead: Caller;
let manager: Caller;
let office: Caller;
const hasDisc = spawnSync('xorriso', ['-version']).error === undefined;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-03-02T00:00:00.000Z' });
  lead = test.caller(['audit-lead']);
  manager = test.caller(['project-manager']);
  office = test.caller(['security-office']);
});
afterAll(() => test.close());

const api = (caller: Caller) => test.application.client(deliverablesContract, caller);

async function engagementOf(specification: string, contractDate: string, periodTo?: string): Promise<string> {
  const { engagementId } = await test.application.client(engagementContract, manager).createEngagement({
    specification,
    contractDate,
    contractor: '株式会社まもり監査',
    ...(periodTo === undefined ? {} : { periodTo }),
    client: { department: '情報政策課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  });
  return engagementId;
}

const words = (title: string) =>
  document({ title, created: '2026-03-01' }, [heading(1, title), paragraph('髙﨑㋿①㈱Ⅲ～𠮷野の確認した事項を示す。')]);
const pdf = (title: string): Promise<Uint8Array> => renderPdf(words(title));
const docx = (title: string): Promise<Uint8Array> => renderDocx(words(title));

/** Uploads files as one version of a deliverable, has it reviewed and hands it in. */
async function handIn(
  engagementId: string,
  type: string,
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
): Promise<void> {
  const fileIds: string[] = [];
  for (const [name, bytes] of files) fileIds.push((await test.application.upload(lead, name, oneChunk(bytes))).id);
  const { id: versionId } = await api(lead).addVersion({ engagementId, type, subject: null, fileIds, comment: '' });
  await api(lead).review({ engagementId, versionId, checked: [...REVIEW_POINTS], comment: '' });
  await api(manager).submit({ engagementId, versionId, form: 'electronic', paper: null, copies: 1 });
}

const runner = (blobs: BlobStore = test.application.parts.blobs) =>
  createJobRunner({ ...test.application.parts, blobs });
/** People do not ask twice in the same moment. */
const later = (): void => test.clock.advance(60_000);
const packages = async (engagementId: string) => (await api(office).getPackage({ engagementId })).packages;

async function bytesOf(reply: FileReply): Promise<Uint8Array> {
  if (reply.stream === undefined) return reply.bytes;
  const pieces: Uint8Array[] = [];
  for await (const piece of reply.stream.chunks) pieces.push(piece);
  return Buffer.concat(pieces);
}
const part = async (engagementId: string, packageId: string, kind: 'zip' | 'disc' | 'bound') =>
  bytesOf(await api(office).downloadPackage({ engagementId, packageId, part: kind }));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const checkClean = (engagementId: string, more: { task?: string } = {}) =>
  api(lead).recordVirusCheck({
    engagementId,
    software: 'ウイルス対策ソフト 第3版',
    signatures: '2026-03-01',
    checkedOn: '2026-03-01',
    clean: true,
    comment: '',
    ...more,
  });

describe('koganei: a disc with two folders', () => {
  const long = `非常に長い名称の報告書${'その詳しい内容と別添の一覧'.repeat(6)}.pdf`;
  let engagementId = '';
  let packageId = '';
  let zip: Record<string, Uint8Array>;
  let begun: MadePackage | undefined;
  let made: MadePackage | undefined;

  beforeAll(async () => {
    engagementId = await engagementOf('koganei-2023', '2023-04-03');
    await handIn(engagementId, 'diagnosis-report', [
      [long, await pdf('技術的診断報告書')],
      ['𠮷野_診断報告.docx', await docx('技術的診断報告書')],
    ]);
    await handIn(engagementId, 'beginner-course', [['研修資料.docx', await docx('研修資料')]]);
    ({ packageId } = await api(manager).makePackage({ engagementId }));
    [begun] = await packages(engagementId);
    await runner().runDue();
    [made] = await packages(engagementId);
    zip = unzipSync(await part(engagementId, packageId, 'zip'));
  }, 120_000);

  it('waits until the job has made it', () => {
    expect(begun).toMatchObject({ id: packageId, state: 'waiting', parts: [] });
    expect(made).toMatchObject({ id: packageId, state: 'ready', failure: null, entries: 3 });
  });

  it('says what the specification asks and what is missing', async () => {
    const view = await api(office).getPackage({ engagementId });
    expect(view.delivery).toMatchObject({
      folders: { pdf: 'PDF', office: 'Microsoft Office', both: true },
      media: { kinds: ['CD-ROM'], copies: [{ count: 2 }] },
    });
    expect(view.tasks.map(({ label }) => label)).toEqual(['①技術的診断', '②研修']);
    expect(view.gaps).toEqual([expect.stringMatching(/初級研修.*（PDF）$/u)]);
  });

  it('puts tasks below the two folders, and the papers beside them', () => {
    const names = Object.keys(zip);
    const papers = ['納品物目録.xlsx', '納品書.docx', '納品書.pdf', '提出書類一覧.docx', '提出書類一覧.pdf'];
    for (const name of [...papers, 'ラベル.docx', 'ラベル.pdf']) expect(names).toContain(`00_納品書類/${name}`);
    expect(names).toContain('Microsoft Office/01_①技術的診断/〓野_診断報告.docx');
    expect(names).toContain('Microsoft Office/02_②研修/研修資料.docx');
    expect(names.filter((name) => name.startsWith('PDF/01_①技術的診断/'))).toHaveLength(1);
    expect(names.every((name) => name.split('/').every((piece) => piece.length <= 64))).toBe(true);
    expect(names.find((name) => name.startsWith('PDF/'))).toMatch(/～\.pdf$/u);
  });

  it('carries sums of everything but themselves', () => {
    const sums = new TextDecoder().decode(zip['SHA256SUMS.txt']).trim().split('\n');
    const found = Object.fromEntries(sums.map((line) => [line.slice(66), line.slice(0, 64)]));
    const others = Object.entries(zip).filter(([name]) => name !== 'SHA256SUMS.txt');
    expect(found).toEqual(Object.fromEntries(others.map(([name, bytes]) => [name, sha256(bytes)])));
  });

  it('has papers that Office opens without repair', async () => {
    const papers = Object.entries(zip).filter(([path]) => /^00_.*\.(?:docx|xlsx)$/u.test(path));
    expect(papers).toHaveLength(4);
    for (const [name, bytes] of papers) {
      expect(await objections(bytes, name.endsWith('.docx') ? 'docx' : 'xlsx'), name).toEqual([]);
    }
  }, 60_000);

  it.skipIf(!hasDisc)(
    'is an image whose Joliet and Rock Ridge trees give back the same files',
    async () => {
      const image = await part(engagementId, packageId, 'disc');
      for (const tree of ['norock', 'nojoliet']) expect(treeOf(image, tree), tree).toEqual(hashesOf(zip));
      // And by a reader that has nothing in common with the program that wrote it.
      expect(hashesOf(readJoliet(image))).toEqual(hashesOf(zip));
      expect(Object.keys(zip).some((name) => /[ぁ-んァ-ヶ一-龠]/u.test(name))).toBe(true);
    },
    60_000,
  );

  it('gives the same bytes for the same contents, and keeps the old package', async () => {
    later();
    const { packageId: second } = await api(office).makePackage({ engagementId });
    await runner().runDue();
    const [newer, older] = await packages(engagementId);
    expect(newer?.id).toBe(second);
    expect(older?.id).toBe(packageId);
    expect(newer?.parts.map((one) => one.sha256)).toEqual(older?.parts.map((one) => one.sha256));
    expect(newer?.parts.map(({ kind }) => kind)).toEqual(hasDisc ? ['zip', 'disc'] : ['zip']);
  }, 60_000);

  it('records id, hashes and parts in the journal', async () => {
    const made = await test.application.parts.database.transaction(test.tenantId, (tx) =>
      readFacts(tx, { engagementId, kinds: ['package.made'] }),
    );
    const [{ subject, data } = { subject: '', data: {} }] = made;
    expect(subject).toBe(packageId);
    expect(data).toMatchObject({ entries: 3, task: null, sha256: sha256(await part(engagementId, packageId, 'zip')) });
  });
});

/** The hashes of the files of one of the two trees of an image, read back by the program. */
function treeOf(image: Uint8Array, tree: string): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'machimori-disc-'));
  try {
    writeFileSync(join(folder, 'disc.iso'), image);
    const out = join(folder, 'out');
    const args = ['-no_rc', '-read_fs', tree, '-osirrox', 'on', '-indev', join(folder, 'disc.iso')];
    execFileSync('xorriso', [...args, '-extract', '/', out], {
      stdio: 'ignore',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    execFileSync('chmod', ['-R', 'u+rwX', out]);
    const walk = (at: string, path: string): [string, string][] =>
      readdirSync(at).flatMap((name) => {
        const [file, inner] = [join(at, name), path === '' ? name : `${path}/${name}`];
        return statSync(file).isDirectory() ? walk(file, inner) : [[inner, sha256(readFileSync(file))]];
      });
    return Object.fromEntries(walk(out, ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const hashesOf = (files: Record<string, Uint8Array>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]));

describe('fukuoka: nothing without the record of a check for viruses', () => {
  let engagementId = '';
  beforeAll(async () => {
    engagementId = await engagementOf('fukuoka-2025', '2025-04-21');
    await handIn(engagementId, 'audit-checklist', [['チェックリスト.xlsx', await sheet()]]);
    await handIn(engagementId, 'self-check-advice', [['助言.docx', await docx('助言')]]);
  }, 60_000);

  it('is refused, or stopped where the program of the machine cannot check', async () => {
    const made = await api(manager)
      .makePackage({ engagementId, task: '(1)' })
      .catch((error: unknown) => error);
    if (made instanceof Error) {
      expect(made).toMatchObject({ code: 'state.refused', detail: { message: expect.stringContaining('10(1)-p5') } });
      return;
    }
    await runner().runDue();
    const [last] = await packages(engagementId);
    // A machine with a working ClamAV makes it; one without definitions says so.
    if (last?.state === 'ready') expect(last.virus).toMatchObject({ clean: true });
    else expect(last).toMatchObject({ state: 'failed', failure: expect.stringContaining('10(1)-p5') });
  });

  it('is made per task once a person has recorded the check, and both stand on the note', async () => {
    await checkClean(engagementId, { task: '(1)' });
    const { packageId } = await api(manager).makePackage({ engagementId, task: '(1)' });
    await runner().runDue();
    const made = (await packages(engagementId)).find(({ id }) => id === packageId);
    expect(made).toMatchObject({ state: 'ready', task: '(1)', entries: 1, virus: { clean: true } });
    const names = Object.keys(unzipSync(await part(engagementId, packageId, 'zip')));
    expect(names).toContain('00_納品書類/ウイルス検査記録.pdf');
    expect(names).toContain('01_(1)外部監査/チェックリスト.xlsx');
    expect(names.some((name) => name.includes('助言'))).toBe(false);
  }, 60_000);

  it('holds for exactly the files that were checked', async () => {
    expect((await api(lead).getPackage({ engagementId, task: '(1)' })).virus).toMatchObject({ clean: true });
    expect((await api(lead).getPackage({ engagementId })).virus).toBeNull();
  });

  it('is refused after a find, and only the contractor records', async () => {
    const found = {
      engagementId,
      task: '(3)',
      software: '対策ソフト',
      signatures: '2026-03-01',
      checkedOn: '2026-03-01',
      clean: false,
      comment: '',
    };
    await expect(api(office).recordVirusCheck(found)).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(api(lead).recordVirusCheck({ ...found, checkedOn: '2026-03-03' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await api(lead).recordVirusCheck(found);
    await expect(api(manager).makePackage({ engagementId, task: '(3)' })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('検出') },
    });
    await expect(api(manager).makePackage({ engagementId, task: '(9)' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
  });
});

async function sheet(): Promise<Uint8Array> {
  const { renderXlsx } = await import('../../documents/index.ts');
  return renderXlsx({
    title: 'チェックリスト',
    sheets: [{ name: '一覧', columns: [{ title: '項目', width: 20 }], rows: [['資産']] }],
  });
}

describe('a ward: bound copy, and what may go wrong', () => {
  let engagementId = '';
  beforeAll(async () => {
    engagementId = await engagementOf('tokubetsuku', '2025-06-02', '2026-03-31');
    await handIn(engagementId, 'internal-checklist', [
      ['点検票.pdf', await pdf('内部監査チェックリスト')],
      ['点検票.docx', await docx('内部監査チェックリスト')],
    ]);
  }, 60_000);

  it('is bound with the other parts', async () => {
    const { packageId } = await api(manager).makePackage({ engagementId });
    await runner().runDue();
    const made = (await packages(engagementId)).find(({ id }) => id === packageId);
    expect(made).toMatchObject({ state: 'ready' });
    const bound = await PDFDocument.load(await part(engagementId, packageId, 'bound'));
    expect(bound.getPageCount() % 2).toBe(0);
    expect(made?.notices.join('')).toContain(`製本用のPDFは${bound.getPageCount()}ページです`);
  }, 60_000);

  it('makes one package for two people who ask at once', async () => {
    const [one, two] = await Promise.all([
      api(manager).makePackage({ engagementId, bound: false }),
      api(office).makePackage({ engagementId, bound: false }),
    ]);
    expect(one.packageId).toBe(two.packageId);
    await Promise.all([runner().runDue(), runner().runDue()]);
    const made = (await packages(engagementId)).filter(({ id }) => id === one.packageId);
    expect(made).toMatchObject([{ state: 'ready' }]);
  }, 60_000);

  it('keeps the old package when the disk is full, and says so', async () => {
    const before = (await packages(engagementId)).filter(({ state }) => state === 'ready');
    const { blobs } = test.application.parts;
    let puts = 0;
    const full: BlobStore = {
      ...blobs,
      put: (bytes, limit) => {
        puts += 1;
        // The first part still fits, the second does not.
        return puts < 2
          ? blobs.put(bytes, limit)
          : Promise.reject(Object.assign(new Error('write'), { code: 'ENOSPC' }));
      },
    };
    later();
    const { packageId } = await api(manager).makePackage({ engagementId, leftOut: [office.accountId] });
    await runner(full).runDue();
    const after = await packages(engagementId);
    expect(puts).toBe(2);
    expect(after[0]).toMatchObject({ id: packageId, state: 'failed', parts: [] });
    expect(after[0]?.failure).toContain('空きが足りない');
    expect(after.filter(({ state }) => state === 'ready')).toEqual(before);
    const newest = await bytesOf(await api(office).downloadPackage({ engagementId }));
    expect(sha256(newest)).toBe(before[0]?.parts[0]?.sha256);
  }, 60_000);

  it('leaves no trace of a making that broke off, and is made by the next one', async () => {
    const { packageId } = await api(manager).makePackage({ engagementId, bound: false, leftOut: [lead.accountId] });
    const { database, blobs } = test.application.parts;
    // The connection goes in the middle: the database takes back whatever the job had done.
    const broken: BlobStore = { ...blobs, put: () => crash(database, test) };
    await runner(broken).runDue();
    expect((await packages(engagementId)).find(({ id }) => id === packageId)).toMatchObject({ state: 'making' });
    test.clock.advance(3_600_000);
    await runner().runDue();
    expect((await packages(engagementId)).find(({ id }) => id === packageId)).toMatchObject({ state: 'ready' });
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('machimori-package-'))).toEqual([]);
  }, 60_000);

  it('names PDF files that cannot be opened, and leaves them out only when told', async () => {
    const locked = Buffer.from(await pdf('鍵のかかった文書')).toString('latin1');
    await handIn(engagementId, 'questionnaire', [
      ['壊れた文書.pdf', Buffer.from(locked.slice(0, 900), 'latin1')],
      ['調査票.docx', await docx('調査票')],
    ]);
    later();
    const { packageId } = await api(manager).makePackage({ engagementId });
    await runner().runDue();
    const [failed] = await packages(engagementId);
    expect(failed).toMatchObject({ id: packageId, state: 'failed', unreadable: [{ fault: 'broken' }] });
    expect(failed?.failure).toContain('壊れた文書.pdf');
    const leftOut = failed?.unreadable.map(({ fileId }) => fileId) ?? [];
    later();
    const { packageId: again } = await api(manager).makePackage({ engagementId, leftOut });
    await runner().runDue();
    const [made] = await packages(engagementId);
    expect(made).toMatchObject({ id: again, state: 'ready', unreadable: [] });
    expect(made?.notices.join('')).toContain('入っていない成果物');
  }, 60_000);
});

/** What happens to a job whose connection breaks: an error of the database. */
function crash(
  database: TestApplication['application']['parts']['database'],
  { tenantId }: TestApplication,
): Promise<never> {
  return database.transaction(tenantId, async (tx) => {
    await tx.db<{ nowhere: { id: number } }>().selectFrom('nowhere').select('id').execute();
    throw new Error('the table is not there');
  });
}

describe('a contract without anything submitted', () => {
  it('refuses to make or to give a package', async () => {
    const engagementId = await engagementOf('kyoto-2024', '2024-04-01');
    await expect(api(manager).makePackage({ engagementId })).rejects.toMatchObject({ code: 'state.refused' });
    await expect(api(office).downloadPackage({ engagementId })).rejects.toMatchObject({ code: 'state.refused' });
  });
});
