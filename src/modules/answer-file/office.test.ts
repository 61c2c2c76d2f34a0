/** LibreOffice in between: what the workbook promises is still there after another program has saved it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Workbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyForm } from '../../core/assessment/testing/forms.ts';
import { selfCheckForm, selfCheckSheet, surveyForm, surveySheet } from '../../core/assessment/testing/sheets.ts';
import { renderXlsx } from '../../documents/index.ts';
import { part } from '../../documents/testing/ooxml.ts';
import { readManyFiles } from '../../importers/many-files.ts';
import { answerBook } from './documents/answer-book.ts';
import type { SealedFrame } from './documents/frame.ts';
import { readBook, ticketIn } from './rules/read-book.ts';
import { tidySheet } from './rules/sheet.ts';
import { sheetArbitrary } from './testing/answering.ts';

const hasOffice = spawnSync('soffice', ['--version']).error === undefined;
const frameOf = (form: typeof selfCheckForm, answers: SealedFrame['answers']): SealedFrame => ({
  form,
  title: form.title,
  unit: 'department',
  files: [],
  respondentName: '市民課',
  departmentName: '市民課',
  number: '0001-8',
  version: '2026-abcdef',
  due: '令和8年7月31日',
  message: '=1+1',
  sender: ['情報政策課'],
  today: '2026-07-01',
  answers,
  previous: { year: '令和7年度', answers },
  ticket: {
    campaign: 'c',
    department: 'd',
    form: 'f',
    formHash: '0012',
    revision: 3,
    issued: '2026-07-01T00:00:00.000Z',
    channel: 'excel',
    seal: '0e12',
  },
});

describe('a workbook as it was made', () => {
  test('gives back answers of every kind', async () => {
    await fc.assert(
      fc.asyncProperty(sheetArbitrary(everyForm), async (sheet) => {
        const answers = tidySheet(everyForm, sheet);
        const bytes = await renderXlsx(answerBook(frameOf(everyForm, answers)));
        const [file] = await readManyFiles([{ name: 'a.xlsx', bytes }]);
        if (file?.kind !== 'sheets') throw new Error('a workbook');
        const read = readBook(everyForm, file.sheets);
        expect(read.problems).toEqual([]);
        expect(tidySheet(everyForm, read.answers)).toEqual(answers);
      }),
      { numRuns: 8 },
    );
  });
});

describe.skipIf(!hasOffice)('a workbook that LibreOffice has saved', () => {
  const folder = mkdtempSync(join(tmpdir(), 'machimori-answer-book-'));
  const check = frameOf(selfCheckForm, selfCheckSheet({ 'asset-pledge': { value: 'no', reason: '=準備\n二行目' } }));
  const survey = frameOf(surveyForm, surveySheet({ 'survey-note': { value: '0012' } }));
  const saved: Uint8Array[] = [];

  beforeAll(async () => {
    const paths: string[] = [];
    for (const [index, frame] of [check, survey].entries()) {
      paths.push(join(folder, `${index}.xlsx`));
      writeFileSync(join(folder, `${index}.xlsx`), await renderXlsx(answerBook(frame)));
    }
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const out = join(folder, 'saved');
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, ...paths], {
      stdio: 'ignore',
    });
    for (const index of [0, 1]) saved.push(readFileSync(join(out, `${index}.xlsx`)));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('gives back the ticket and the very answers', async () => {
    const files = await readManyFiles(saved.map((bytes, index) => ({ name: `${index}.xlsx`, bytes })));
    for (const [index, frame] of [check, survey].entries()) {
      const file = files[index];
      if (file?.kind !== 'sheets') throw new Error('a workbook');
      expect(ticketIn(file.sheets)).toEqual(frame.ticket);
      const { answers, problems } = readBook(frame.form, file.sheets);
      expect(problems).toEqual([]);
      expect(tidySheet(frame.form, answers)).toEqual(frame.answers);
    }
  });

  test('keeps lists of choices, locked cells and what is hidden', async () => {
    const book = new Workbook();
    await book.xlsx.load(saved[1] ?? new Uint8Array());
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['回答', 'visible'],
      ['問1', 'visible'],
      ['問7', 'visible'],
      ['回答票の情報', 'hidden'],
      ['選択肢一覧', 'hidden'],
    ]);
    const sheet = book.getWorksheet('回答');
    expect(sheet?.getColumn(1).hidden).toBe(true);
    const found: string[] = [];
    sheet?.eachRow((row) => {
      if (row.getCell(1).text !== 'visitor-traffic') return;
      expect(row.getCell(4).dataValidation).toMatchObject({ type: 'list' });
      found.push(row.getCell(4).address);
    });
    // The library does not read the program's way of writing flags.
    const xml = part(saved[1] ?? new Uint8Array(), 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<sheetProtection[^>]* sheet="true"/u);
    const styles = [...part(saved[1] ?? new Uint8Array(), 'xl/styles.xml').matchAll(/<xf [^>]*xfId[\s\S]*?<\/xf>/gu)];
    const locked = (address: string): boolean => {
      const style = new RegExp(`<c r="${address}" s="(\\d+)"`, 'u').exec(xml)?.[1];
      return !(styles[Number(style)]?.[0] ?? '').includes('locked="false"');
    };
    const [value = ''] = found;
    expect([locked(value), locked(value.replace('D', 'C'))]).toEqual([false, true]);
  });
});
