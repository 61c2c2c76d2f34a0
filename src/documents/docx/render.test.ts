import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { bulletList, callout, document, heading, note, paragraph, reference, renderDocx, table } from '../index.ts';
import { part } from '../testing/ooxml.ts';

/** Text of the runs of a part; throws when the XML is not well-formed. */
function runText(xml: string): string {
  let text = '';
  let inRun = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => (inRun = tag.name === 'w:t'));
  parser.on('closetag', () => (inRun = false));
  parser.on('text', (words) => (text += inRun ? words : ''));
  parser.write(xml).close();
  return text;
}

test('no text breaks the XML, and every word arrives', async () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) => `${text}<&>"'=]]>_Toc1 𠮷`)
    .filter((text) => !/[\p{C}\s]/u.test(text.replaceAll(' ', '')));
  await fc.assert(
    fc.asyncProperty(words, async (text) => {
      const bytes = await renderDocx(
        document({ title: text, marking: text, sender: text }, [
          heading(1, text, { id: text }),
          paragraph(['【始】', text, '【終】', reference(text)]),
          bulletList([text]),
          table({ caption: text, columns: [{ width: '1fr' }], header: [text], rows: [[text]] }),
          note(text, text),
          callout(text, { title: text }),
        ]),
      );
      const body = runText(part(bytes, 'word/document.xml'));
      expect(body.slice(body.indexOf('【始】') + 3, body.indexOf('【終】'))).toBe(text);
      expect(body.split(text).length - 1).toBe(10);
      for (const name of ['word/header1.xml', 'docProps/core.xml', 'word/numbering.xml', 'word/styles.xml']) {
        runText(part(bytes, name));
      }
    }),
    { numRuns: 25 },
  );
});

test('a reference becomes a link to its heading', async () => {
  const tree = document({ title: '題' }, [heading(1, 'あ', { id: 'あ x' }), paragraph([reference('あ x')])]);
  const body = part(await renderDocx(tree), 'word/document.xml');
  expect(body).toContain('<w:bookmarkStart w:id="1" w:name="heading_1"/>');
  expect(body).toMatch(/<w:hyperlink [^>]*w:anchor="heading_1"[^>]*>(?:(?!<\/w:hyperlink>).)*第1/su);
  await expect(renderDocx(document({ title: '題' }, [paragraph([reference('無い')])]))).rejects.toThrow(
    '見出し「無い」',
  );
});

test('two lists count each from one', async () => {
  const list = { kind: 'list', marker: 'circled', items: [{ content: 'あ' }] } as const;
  const body = part(await renderDocx(document({ title: '題' }, [list, list])), 'word/document.xml');
  const ids = [...body.matchAll(/<w:numId w:val="(\d+)"\/>/gu)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(2);
});
