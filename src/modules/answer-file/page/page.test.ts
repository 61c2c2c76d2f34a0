import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, it } from 'vitest';
import { surveyForm } from '../../../core/assessment/testing/sheets.ts';
import { answerPage } from '../documents/answer-page.ts';
import { dataOf } from '../testing/answering.ts';
import { linkScript } from './linker.ts';

const folder = mkdtempSync(join(tmpdir(), 'machimori-linker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string): URL => {
  writeFileSync(join(folder, name), text);
  return pathToFileURL(join(folder, name));
};
/** What a script leaves on the object that it is given. */
function run(script: string): Record<string, unknown> {
  const seen: Record<string, unknown> = {};
  runInNewContext(script, { seen });
  return seen;
}

describe('the linker', () => {
  it('makes one script of files that import one another, without their types', () => {
    write(
      'a.ts',
      'export const one: number = 1;\nexport type Never = string;\nexport function two(): number {\n  return one + 1;\n}\n',
    );
    write(
      'b.ts',
      "import { one, type Never } from './a.ts';\nexport { two as second } from './a.ts';\nexport const three = (text?: Never) => one + (text === undefined ? 2 : 0);\n",
    );
    const main = write(
      'main.ts',
      "import { second } from './b.ts';\nimport {\n  three,\n} from './b.ts';\ndeclare const seen: Record<string, unknown>;\nseen['sum'] = second() + three();\n",
    );
    expect(run(linkScript(main))).toEqual({ sum: 5 });
  });

  it('refuses packages, circles and what it does not understand', () => {
    expect(() => linkScript(write('p.ts', "import { z } from 'zod';\nz;\n"))).toThrow('package zod');
    write('c.ts', "import { d } from './d.ts';\nexport const c = d;\n");
    expect(() => linkScript(write('d.ts', "import { c } from './c.ts';\nexport const d = c;\n"))).toThrow(
      'imports itself',
    );
    expect(() => linkScript(write('e.ts', 'export default 1;\n'))).toThrow('not understood');
  });
});

describe('the HTML sheet', () => {
  const hostile = '</script><script>alert(1)</script><!--\u2028"&';
  const ticket = {
    campaign: 'c',
    department: 'd',
    form: 'f',
    formHash: 'h',
    revision: 0,
    issued: '2026-07-01T00:00:00.000Z',
    channel: 'html',
    seal: 's',
  } as const;

  it('names no address, runs its own script only, and takes words for words', async () => {
    const page = await answerPage({
      form: { ...surveyForm, introduction: hostile },
      title: hostile,
      unit: 'person',
      respondentName: hostile,
      number: '0001-8',
      due: '令和8年7月31日',
      message: hostile,
      files: [{ id: 'f', name: hostile }],
      answers: { 'survey-note': { value: hostile } },
      previous: { year: '令和7年度', answers: { 'survey-note': { value: hostile } } },
      ticket,
    });
    expect(page).not.toMatch(/https?:|(?:src|href)="[^#]/u);
    expect(page.match(/<script/gu)).toHaveLength(2);
    expect(page).toContain("default-src 'none'; script-src 'sha256-");
    expect(dataOf(Buffer.from(page)).title).toBe(hostile);
    expect(dataOf(Buffer.from(page)).answers).toEqual({ 'survey-note': { value: hostile } });
  });
});
