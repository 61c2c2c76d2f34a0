import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { document, figure, heading, pageOf, paragraph, renderHtml, renderWorkbookHtml, table } from '../index.ts';
import { hardWords, hostileWords, sampleReport, sampleSvg, sampleWorkbook } from '../testing/sample.ts';

/** What a reader of the page gets: tags in order and all words. Throws when the page is not well formed. */
function read(html: string): { readonly tags: readonly string[]; readonly text: string; readonly attributes: string } {
  const tags: string[] = [];
  let text = '';
  let attributes = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    tags.push(tag.name);
    attributes += Object.entries(tag.attributes)
      .map(([name, value]) => `${name}=${value} `)
      .join('');
  });
  parser.on('text', (words) => (text += words));
  const body = html.replace('<!doctype html>', '').replaceAll(/<(meta|col|br|hr|img)\b([^>]*)>/gu, '<$1$2/>');
  parser.write(body).close();
  return { tags, text, attributes };
}

describe('a page of HTML', () => {
  test('carries every word, with the numbers of the other outputs', async () => {
    const { text } = read(await renderHtml(sampleReport));
    const squeezed = text.replace(/\s/gu, '');
    for (const words of [
      hardWords,
      hostileWords,
      '【取扱注意】',
      '第2の1に示す',
      '(1)体制ア資格(ア)番号a更新',
      '①　計画',
    ])
      expect(squeezed).toContain(words.replace(/\s/gu, ''));
  });

  test('needs nothing else and runs nothing', async () => {
    const page = await renderHtml(sampleReport);
    const { tags, attributes } = read(page);
    for (const tag of ['script', 'link', 'iframe', 'object', 'form', 'base']) expect(tags).not.toContain(tag);
    expect(tags.filter((tag) => tag === 'style')).toHaveLength(1);
    expect(attributes).not.toMatch(/(?:^| )(?:style|on\w+)=/u);
    expect(attributes).not.toMatch(/(?:src|href)=(?!data:image\/|#)/u);
    expect(page).not.toMatch(/url\(|@import/u);
  });

  test('can be read aloud: language, one main heading, levels in order, heads of tables, alternatives of pictures', async () => {
    const page = await renderHtml(sampleReport);
    const { tags } = read(page);
    expect(page).toContain('<html lang="ja">');
    expect(tags.filter((tag) => tag === 'h1')).toHaveLength(1);
    const levels = [...page.matchAll(/<h([1-6])|aria-level="(\d)"/gu)].map((match) => Number(match[1] ?? match[2]));
    expect(Math.max(...levels)).toBe(7);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
    expect(page).toContain('<th scope="colgroup" colspan="2">件数</th>');
    expect(page).toContain('alt="業務責任者の枠"');
    for (const [, target] of page.matchAll(/href="#([^"]+)"/gu)) expect(page).toContain(`id="${target ?? ''}"`);
  });

  test('shows a document without a cover with its title, and the same tree gives the same text', async () => {
    const tree = document({ title: '<b>題名' }, [heading(1, '一'), paragraph('本文')]);
    const page = await renderHtml(tree);
    expect(page).toContain('<h1>&lt;b&gt;題名</h1>');
    await renderHtml(sampleReport);
    expect(await renderHtml(tree)).toBe(page);
  });

  test('refuses a picture that reaches outside, as the other outputs do', async () => {
    const svg = sampleSvg.replace('<rect', '<image href="https://a.example/x.png"/><rect');
    const tree = document({ title: '題' }, [figure({ svg, alt: '図', width: 10, height: 10 })]);
    await expect(renderHtml(tree)).rejects.toThrow('外部の参照');
  });
});

test('a workbook is shown without its hidden columns', async () => {
  const page = await renderWorkbookHtml(sampleWorkbook);
  const { text, tags } = read(page);
  expect(text).toContain('発見事項一覧');
  expect(text).not.toContain('f-1');
  expect(text).toContain('=1+1');
  expect(tags.filter((tag) => tag === 'table')).toHaveLength(2);
  expect(page).toContain('<td class="shade-warning bold">指摘</td>');
  expect(await pageOf(sampleWorkbook)).toBe(page);
  expect(() => pageOf({ title: '題' })).toThrow(TypeError);
});

test('ten thousand rows are shown', async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => [`${index + 1}`, '内容']);
  const tree = document({ title: '題' }, [
    table({ columns: [{ width: 20 }, { width: '1fr' }], header: ['番号', '内容'], rows }),
  ]);
  expect((await renderHtml(tree)).match(/<tr>/gu)).toHaveLength(10_001);
});
