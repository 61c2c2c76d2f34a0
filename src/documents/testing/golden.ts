import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { drawCharts } from '../charts/draw.ts';
import { document, type FlowBlock, renderDocx } from '../index.ts';
import { Looks } from '../html/page.ts';
import { htmlBody } from '../html/render.ts';
import { typstSource } from '../pdf/source.ts';
import { prepare } from '../prepare/prepare.ts';
import { lines, part } from './ooxml.ts';

/**
 * Compares a text with the approved one. With UPDATE_GOLDEN=1 the file is written instead: look at the rendered page and
 * at the difference before committing it.
 */
export function expectGolden(path: string, text: string): void {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text);
  if (!existsSync(path)) throw new Error(`no approved text at ${path}: run once with UPDATE_GOLDEN=1`);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

/** Compares all writings of some blocks with the approved ones in `folder`. */
export async function expectGoldenBlocks(folder: string, blocks: readonly FlowBlock[], name = 'block'): Promise<void> {
  const tree = document({ title: '題名' }, blocks);
  const charts = await drawCharts(blocks, 'svg');
  const prepared = prepare(tree);
  const { body } = typstSource(prepared, charts);
  expectGolden(join(folder, `${name}.golden.typ`), body.slice(body.indexOf('\n)\n') + 3));
  const looks = new Looks();
  expectGolden(join(folder, `${name}.golden.html`), `${htmlBody(prepared, charts, looks)}\n${looks.css()}\n`);
  const xml = part(await renderDocx(tree), 'word/document.xml');
  const content = xml.slice(xml.indexOf('<w:body>') + 8, xml.lastIndexOf('<w:sectPr'));
  expectGolden(join(folder, `${name}.golden.xml`), `${lines(content)}\n`);
}
