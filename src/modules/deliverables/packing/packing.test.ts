import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

/** A program that answers as the manual of ClamAV says: 0 nothing found, 1 found, 2 could not look. */
describe('a scanner', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'machimori-scanner-'));
    mkdirSync(join(folder, 'files', '報告書'), { recursive: true });
    writeFileSync(join(folder, 'files', '報告書', '表 一.xlsx'), 'MARKER');
    writeFileSync(join(folder, 'files', 'a.pdf'), 'nothing');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const program = (name: string, script: string): string => {
    const path = join(folder, name);
    writeFileSync(
      path,
      `#!/bin/sh\n[ "$1" = --version ] && echo 'ClamAV 1.4.6/27482/Mon Nov 30 08:30:05 2026' && exit 0\n${script}\n`,
    );
    chmodSync(path, 0o755);
    return path;
  };
  const last = 'for last; do :; done';
  const looking = `${last}\nfound=$(grep -rl MARKER "$last") && { echo "$found: Test.Marker-1 FOUND"; exit 1; }\nexit 0`;
  const scan = (...programs: readonly string[]) =>
    scanFolder(
      join(folder, 'files'),
      '2027-03-26',
      programs.map((one) => ({ program: one, args: ['--recursive'] })),
    );
  const record = {
    software: 'ClamAV 1.4.6',
    signatures: '2026-11-30（版 27482）',
    checkedOn: '2027-03-26',
    checker: null,
  };

  it('names what it found by its place in the package', async () => {
    expect(await scan(program('clamscan', looking))).toEqual({
      done: true,
      record: { ...record, clean: false, found: [{ path: '報告書/表 一.xlsx', name: 'Test.Marker-1' }] },
    });
    expect(await scan(program('clean', 'exit 0'))).toEqual({
      done: true,
      record: { ...record, clean: true, found: [] },
    });
  });

  it('gives way to the next one when it cannot look, and a find without a line is a find', async () => {
    const without = program('daemon', 'echo "ERROR: Could not connect to clamd" >&2; exit 2');
    expect(await scan(without, program('clamscan', looking))).toMatchObject({ done: true, record: { clean: false } });
    expect(await scan(without)).toEqual({ done: false, reason: '検査のプログラムが途中で止まりました' });
    const empty = program('empty', 'echo "LibClamAV Error: cl_load(): No such file" >&2; exit 2');
    expect(await scan(empty)).toEqual({ done: false, reason: 'ウイルスの定義ファイルがありません' });
    expect(await scan(program('silent', 'exit 1'))).toMatchObject({ done: true, record: { clean: false, found: [] } });
  });
});

it('without a scanner there is no result', async () => {
  expect(findScanners('/nowhere')).toEqual([]);
  expect(await scanFolder(tmpdir(), '2027-03-26', [])).toBeNull();
});
