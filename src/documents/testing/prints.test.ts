import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { document, paragraph, renderPdf, table } from '../index.ts';
import { hasPoppler } from './pdf.ts';
import { type Prints, printsOf, unlikeApproved } from './prints.ts';

const rows = (count: number, word = '鍵の管理簿') => Array.from({ length: count }, (_row, at) => [at + 1, word]);
const paper = (count: number, word?: string, before = '次のとおりです。') =>
  renderPdf(
    document({ title: '発見事項の一覧' }, [
      paragraph(before),
      table({ columns: [{ width: 20 }, { width: '1fr' }], header: ['番号', '事項'], rows: rows(count, word) }),
    ]),
  );

describe.runIf(hasPoppler)('pages held against approved ones', () => {
  let folder = '';
  let file = '';
  let approved: Prints;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'machimori-prints-'));
    file = join(folder, 'approved.txt');
    approved = printsOf(await paper(12));
    writeFileSync(file, `list ${approved.pages}\n${approved.prints.map((print) => `  ${print}\n`).join('')}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const told = async (bytes: Promise<Uint8Array>): Promise<string[]> =>
    unlikeApproved(file, new Map([['list', printsOf(await bytes)]]));

  test('are the same for the same paper, and for one with another character', async () => {
    expect(await told(paper(12))).toEqual([]);
    expect(await told(paper(12, '鍵の管理表'))).toEqual([]);
  });

  test('are not when a line moves, rows are gone, words are gone or a page is added', async () => {
    expect(await told(paper(12, undefined, '次のとおりです。'.repeat(12)))).toEqual(['list: page 1 looks otherwise']);
    expect(await told(paper(9))).toEqual(['list: page 1 looks otherwise']);
    expect(await told(paper(12, '　'))).toEqual(['list: page 1 looks otherwise']);
    expect(await told(paper(120))).toEqual([expect.stringMatching(/^list: \d pages instead of 1$/u)]);
  });

  test('name what was never approved and what is not made any more', () => {
    expect(unlikeApproved(file, new Map([['other', approved]]))).toEqual([
      'list: is not made any more',
      'other: has not been approved yet',
    ]);
  });
});
