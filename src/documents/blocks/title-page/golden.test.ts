import { join } from 'node:path';
import { test } from 'vitest';
import { document, landscape, letterHead, paragraph, renderDocx, titlePage } from '../../index.ts';
import { Looks } from '../../html/page.ts';
import { htmlBody } from '../../html/render.ts';
import { typstSource } from '../../pdf/source.ts';
import { prepare } from '../../prepare/prepare.ts';
import { expectGolden } from '../../testing/golden.ts';
import { lines, part } from '../../testing/ooxml.ts';

const tree = document(
  {
    title: '作業計画書',
    subtitle: '令和8年度',
    date: '令和8年6月10日',
    number: '第3号',
    addressee: ['みはま市長　様'],
    sender: ['株式会社まもり監査', '代表取締役　辻　一郎'],
    marking: '取扱注意',
    running: '計画',
  },
  [titlePage(), letterHead(), paragraph('本文'), landscape([paragraph('横')], { size: 'A3' })],
);

test('cover, letter head and sections are written as approved', async () => {
  expectGolden(join(import.meta.dirname, 'document.golden.typ'), typstSource(prepare(tree), new Map()).body);
  const looks = new Looks();
  expectGolden(
    join(import.meta.dirname, 'document.golden.html'),
    `${htmlBody(prepare(tree), new Map(), looks)}\n${looks.css()}\n`,
  );
  const xml = part(await renderDocx(tree), 'word/document.xml');
  expectGolden(join(import.meta.dirname, 'document.golden.xml'), `${lines(xml.slice(xml.indexOf('<w:body>')))}\n`);
});
