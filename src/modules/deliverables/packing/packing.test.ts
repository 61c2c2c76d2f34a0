import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePath, packageName } from './names.ts';
import { findScanners, parseFound, parseVersion, scanFolder } from './virus.ts';

describe('names', () => {
  it('fit a disc, keep their ending and lose nothing that can be kept', () => {
    expect(packageName('報告書.docx')).toBe('報告書.docx');
    expect(packageName('髙﨑㋿①㈱Ⅲ～.pdf')).toBe('髙﨑㋿①㈱Ⅲ～.pdf');
    expect(packageName('𠮷野・辻󠄀.pdf')).toBe('〓野・辻〓.pdf');
    expect(packageName('a/b:c*?.pdf')).toBe('a・b・c・・.pdf');
    expect(packageName('終わりの点. ')).toBe('終わりの点');
    expect(packageName('が.pdf')).toBe('が.pdf');
    const long = packageName(`${'長'.repeat(100)}.xlsx`);
    expect(long).toHaveLength(64);
    expect(long).toMatch(/長～\.xlsx$/u);
    expect(packageName('長'.repeat(50), 30)).toHaveLength(30);
  });

  it('are numbered when they are taken, also in another case', () => {
    const taken = new Set<string>();
    const take = (name: string): string => {
      const path = freePath('01', name, taken);
      taken.add(path.toLowerCase());
      return path;
    };
    const long = `${'長'.repeat(80)}.pdf`;
    expect([take('A.pdf'), take('a.PDF'), take(long), take(long)]).toEqual([
      '01/A.pdf',
      '01/a（2）.PDF',
      expect.stringMatching(/^01\/長+～\.pdf$/u),
      expect.stringMatching(/^01\/長+（2）\.pdf$/u),
    ]);
    expect([...taken].every((path) => path.length <= 67)).toBe(true);
  });
});

describe('what ClamAV says', () => {
  it.each([
    ['ClamAV 1.4.6/27482/Mon Nov 30 08:30:05 2026\n', 'ClamAV 1.4.6', '2026-11-30（版 27482）'],
    ['ClamAV 0.103.8/26900/Wed May  3 07:23:13 2023', 'ClamAV 0.103.8', '2023-05-03（版 26900）'],
    ['ClamAV 1.4.6', 'ClamAV 1.4.6', '既知のウイルス1件（定義ファイルの日付なし）'],
  ])('%s', (version, software, signatures) => {
    expect(parseVersion(version, 'Known viruses: 1\nEngine version: 1.4.6\n')).toEqual({ software, signatures });
  });

  it('names what it found, whatever the file is called', () => {
    const output =
      '/tmp/x/a: b.docx: Win.Test.EICAR_HDB-1 FOUND\n/tmp/x/c.pdf: OK\n/tmp/x/表 一.xlsx: Doc.Dropper-1 FOUND\n';
    expect(parseFound(output)).toEqual([
      { path: '/tmp/x/a: b.docx', name: 'Win.Test.EICAR_HDB-1' },
      { path: '/tmp/x/表 一.xlsx', name: 'Doc.Dropper-1' },
    ]);
  });
});

const clamscan = findScanners().find(({ program }) => program.endsWith('/clamscan'));

describe.skipIf(clamscan === undefined || spawnSync('clamscan', ['--version']).status !== 0)('clamscan itself', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'machimori-virus-'));
    // A definition of our own, so that the test needs no download: it knows one harmless text.
    const marker = Buffer.from('MACHIMORI-TEST-MARKER').toString('hex');
    writeFileSync(join(folder, 'own.ndb'), `Machimori.Test:0:*:${marker}\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const scan = async (content: string, definitions = join(folder, 'own.ndb')) => {
    const files = mkdtempSync(join(folder, 'files-'));
    writeFileSync(join(files, '報告書.txt'), content);
    const program = clamscan?.program ?? '';
    return scanFolder(files, '2027-03-26', [{ program, args: ['--recursive', '-d', definitions] }]);
  };

  it('finds nothing, finds something, or says that it cannot look', async () => {
    expect(await scan('何もない')).toMatchObject({
      done: true,
      record: { clean: true, checkedOn: '2027-03-26', checker: null, found: [] },
    });
    expect(await scan('x MACHIMORI-TEST-MARKER x')).toMatchObject({
      done: true,
      record: { clean: false, found: [{ path: '報告書.txt', name: expect.stringContaining('Machimori.Test') }] },
    });
    expect(await scan('何もない', join(folder, 'nowhere'))).toEqual({
      done: false,
      reason: 'ウイルスの定義ファイルがありません',
    });
  });
});

it('without a scanner there is no result', async () => {
  expect(findScanners('/nowhere')).toEqual([]);
  expect(await scanFolder(tmpdir(), '2027-03-26', [])).toBeNull();
});
