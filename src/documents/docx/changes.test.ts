import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bulletList,
  cell,
  changedText,
  comment,
  deleted,
  document,
  type DocumentTree,
  type FlowBlock,
  heading,
  inserted,
  item,
  paragraph,
  renderDocx,
  renderHtml,
  renderPdf,
  row,
  table,
  treeVersion,
} from '../index.ts';
import { lines, objections, part } from '../testing/ooxml.ts';
import { revision, trackedSample } from '../testing/tracked.ts';
import { wordVersion } from '../testing/word-changes.ts';

/** Accepting or refusing all in Word gives the Word file of that version. */
async function expectVersions(tree: DocumentTree): Promise<void> {
  const tracked = part(await renderDocx(tree), 'word/document.xml');
  for (const version of ['after', 'before'] as const) {
    const clean = part(await renderDocx(treeVersion(tree, version)), 'word/document.xml');
    expect(clean).not.toMatch(/<w:(?:ins|del|comment\w*)[ />]/u);
    const other = version === 'after' ? 'before' : 'after';
    expect(wordVersion(clean, other)).toEqual(wordVersion(clean, version));
    const [found, wanted] = [wordVersion(tracked, version), wordVersion(clean, version)];
    // Text stands as deep as the headings that stay; under one that is refused it keeps that depth.
    expect(version === 'after' ? found : found.map(anyDepth)).toEqual(
      version === 'after' ? wanted : wanted.map(anyDepth),
    );
  }
}

const anyDepth = (line: string): string => line.replace(/^Body\d/u, 'Body');

test('the sample accepted is the new version, refused the old one', () =>
  expectVersions({ ...trackedSample, blocks: trackedSample.blocks.slice(1) }));

const words = fc.constantFrom('情報資産', '毎年', '三年に一度', '見直す。', '髙﨑<&>', '上\n下');
const run = fc.oneof(
  words,
  words.map((text) => inserted(text, revision)),
  words.map((text) => deleted(text, revision)),
);
const inline = fc.oneof(
  words,
  fc.tuple(words, fc.array(run, { maxLength: 4 })).map(([first, more]) => [first, ...more]),
  fc.tuple(words, words).map(([before, after]) => changedText(`${before}は${before}`, `${before}は${after}`, revision)),
  fc
    .tuple(words, fc.array(run, { minLength: 1, maxLength: 2 }))
    .map(([first, on]) => [first, ...comment(on, { ...revision, text: first })]),
);
const whole = fc.constantFrom('inserted', 'deleted', 'kept');
const changed = <T extends FlowBlock | ReturnType<typeof row> | ReturnType<typeof item>>(piece: T, how: string): T =>
  how === 'kept' ? piece : { ...piece, change: { kind: how, ...revision } };
const block: fc.Arbitrary<FlowBlock> = fc.oneof(
  fc.tuple(inline, whole).map(([content, how]) => changed(paragraph(content), how)),
  fc.tuple(inline, whole).map(([content, how]) => changed(heading(1, content), how)),
  fc
    .array(fc.tuple(inline, whole, words), { minLength: 1, maxLength: 3 })
    .map((items) => bulletList(items.map(([content, how, below]) => changed(item(content, below), how)))),
  fc.array(fc.tuple(inline, whole), { maxLength: 3 }).map((rows) =>
    table({
      columns: [{ width: 20 }, { width: '1fr' }],
      rows: [['初め', 1], ...rows.map(([content, how], at) => changed(row([at, cell(content)]), how))],
    }),
  ),
);

test('any changes accepted are the new version, refused the old one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 6 }), (blocks) =>
      expectVersions(document({ title: '題' }, [paragraph('初め'), ...blocks, paragraph('終わり')])),
    ),
    { numRuns: 25 },
  );
}, 60_000);

test('nothing is to be objected to, numbers are given once, times are those of Tokyo', async () => {
  const bytes = await renderDocx(trackedSample);
  expect(await objections(bytes, 'docx')).toEqual([]);
  const xml = part(bytes, 'word/document.xml');
  const ids = [...xml.matchAll(/<w:(?:ins|del|bookmarkStart) [^>]*?w:id="(\d+)"/gu)].map(([, id]) => Number(id));
  expect(ids.length).toBeGreaterThan(15);
  expect(new Set(ids).size).toBe(ids.length);
  expect(xml).toContain('w:author="総務課　髙橋" w:date="2026-06-01T10:30:00Z"');
  expect(xml).toContain('w:author="受託者　山田" w:date="2026-06-03T00:30:00Z"');
  const comments = lines(part(bytes, 'word/comments.xml'));
  expect([...comments.matchAll(/<w:comment .*/gu)].map(String)).toEqual([
    expect.stringContaining('w:id="1"'),
    expect.stringContaining('w:id="2"'),
  ]);
  expect(comments).toContain('6月10日までに確認をお願いします。');
  expect(comments).toContain('2026-06-03T00:30:00');
});

test('no name and no remark breaks a file', async () => {
  const hostile = { author: '"<&>\'#panic("x")]', at: '2026-06-01T00:00:00+09:00' };
  const tree = document({ title: '題' }, [
    paragraph([inserted('足す', hostile), ...comment('語', { ...hostile, text: `${hostile.author}\n二行目` })]),
    deleted(paragraph('消す'), hostile),
  ]);
  const bytes = await renderDocx(tree);
  const attributes = (name: string, element: string): (string | null | undefined)[] =>
    [...new DOMParser().parseFromString(part(bytes, name), 'text/xml').getElementsByTagName(element)].flatMap((it) => [
      it.getAttribute('w:author'),
      it.getAttribute('w:date'),
    ]);
  expect(attributes('word/document.xml', 'w:ins')).toEqual([hostile.author, '2026-06-01T00:00:00Z']);
  expect(attributes('word/comments.xml', 'w:comment').at(0)).toBe(hostile.author);
  expect(await renderHtml(tree)).toContain('title="&quot;&lt;&amp;&gt;&#39;#panic(&quot;x&quot;)]"');
  expect((await renderPdf(tree)).length).toBeGreaterThan(1000);
});

test('an instant that cannot be read is refused with the name of its author', async () => {
  const wrong = document({ title: '題' }, [paragraph([inserted('語', { author: '山田', at: '昨日' })])]);
  await expect(renderDocx(wrong)).rejects.toThrow('「山田」による変更又はコメントの日時「昨日」を読み取れません。');
});
