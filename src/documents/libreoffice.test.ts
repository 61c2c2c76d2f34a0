import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderDocx, renderXlsx } from './index.ts';
import { bundledFonts } from './testing/fonts.ts';
import { hasPoppler, pageSizes, textOf } from './testing/pdf.ts';
import { hardWords, hostileWords, sampleReport, sampleWorkbook } from './testing/sample.ts';

const hasOffice = spawnSync('soffice', ['--version']).error === undefined;
const squeezed = (text: string): string => text.replace(/\s/gu, '');

/** What an office suite makes of the files: another reader of the formats than the one that wrote them. */
describe.skipIf(!hasOffice || !hasPoppler)('LibreOffice opens', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'machimori-office-'));
    writeFileSync(join(folder, 'a.docx'), await renderDocx(sampleReport));
    writeFileSync(join(folder, 'b.xlsx'), await renderXlsx(sampleWorkbook));
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'a.docx'),
        join(folder, 'b.xlsx'),
      ],
      // The fonts that the product brings, so that no font of the machine decides what can be read back.
      { stdio: 'ignore', env: { ...process.env, FONTCONFIG_FILE: bundledFonts(folder) } },
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the Word file, with all words, numbers and papers', () => {
    const pdf = readFileSync(join(folder, 'a.pdf'));
    const text = squeezed(textOf(pdf));
    for (const words of [
      hardWords,
      hostileWords,
      '【取扱注意】',
      '第1業務の概要',
      '(1)体制ア資格(ア)番号a更新',
      'イ独立性①計画②調査',
    ]) {
      expect(text).toContain(squeezed(words));
    }
    const sizes = pageSizes(pdf);
    expect(sizes[0]).toBe('595 x 842');
    expect(sizes).toContain('1191 x 842');
    // The header row stands on every page of the long table.
    const turned = sizes.filter((size) => size === '1191 x 842').length;
    expect(turned).toBeGreaterThan(1);
    expect(text.split('項目').length - 1).toBe(90 + turned);
  });

  test('the workbook, with formulas as words and the hidden sheet hidden', () => {
    const text = squeezed(textOf(readFileSync(join(folder, 'b.pdf'))));
    for (const words of ['=1+1', hostileWords.slice(0, 20), hardWords, '発見事項一覧'])
      expect(text).toContain(squeezed(words));
    expect(text).not.toContain('対応状況その2');
  });
});
