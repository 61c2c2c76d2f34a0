import { describe, expect, it } from 'vitest';
import { type FormData, linesValue, listValue } from '../../core/form/index.ts';
import { objections } from '../testing/ooxml.ts';
import { textOfPart, withParts } from '../testing/forms.ts';
import { readParts } from './archive.ts';
import { checkTemplate, fillTemplate } from './index.ts';

const DATA: FormData = {
  契約名: '監査業務',
  議事: linesValue(['一行目', '二行目']),
  指摘: listValue([
    { 番号: 1, 題名: '台帳' },
    { 番号: 2, 題名: '権限' },
  ]),
  意見: listValue([]),
};

interface Slide {
  addText(text: string, at: object): void;
  addTable(rows: readonly (readonly { readonly text: string }[])[], at: object): void;
}

// The package declares its types for one module system and ships its code for the other.
const library: unknown = await import('pptxgenjs');
const { default: Presentation } = library as {
  readonly default: new () => { addSlide(): Slide; write(how: object): Promise<unknown> };
};

/** A deck as a program writes it: a slide per list of texts, each in a box of its own; a table when given. */
async function deck(...slides: readonly (readonly (string | string[][])[])[]): Promise<Uint8Array> {
  const presentation = new Presentation();
  for (const boxes of slides) {
    const slide = presentation.addSlide();
    for (const [index, box] of boxes.entries()) {
      const at = { x: 1, y: 0.5 + index, w: 6 };
      if (typeof box === 'string') slide.addText(box, { ...at, h: 0.5 });
      else
        slide.addTable(
          box.map((cells) => cells.map((text) => ({ text }))),
          at,
        );
    }
  }
  const bytes = await presentation.write({ outputType: 'uint8array' });
  if (!(bytes instanceof Uint8Array)) throw new TypeError('no bytes');
  return bytes;
}

const wordsOf = (bytes: Uint8Array, number: number): string[] =>
  [...textOfPart(bytes, `ppt/slides/slide${number}.xml`).matchAll(/<a:p>.*?<\/a:p>/gsu)].map(([paragraph]) =>
    paragraph.replaceAll(/<[^>]+>/gu, ''),
  );

/** The slides in the order of the presentation. */
function order(bytes: Uint8Array): string[] {
  const relationships = textOfPart(bytes, 'ppt/_rels/presentation.xml.rels');
  return [...textOfPart(bytes, 'ppt/presentation.xml').matchAll(/<p:sldId [^>]*r:id="([^"]+)"/gu)].map(
    ([, id]) =>
      new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`, 'u').exec(relationships)?.[0].match(/slide\d+/u)?.[0] ?? '?',
  );
}

describe('a PowerPoint form', () => {
  it('takes values, paragraphs and rows of tables', async () => {
    const form = await deck([
      '件名：{{契約名}}',
      '{{議事}}',
      [
        ['番号', '題名'],
        ['{{#指摘}}{{番号}}', '{{題名}}{{/指摘}}'],
      ],
    ]);
    const filled = fillTemplate(form, 'pptx', DATA);
    expect(wordsOf(filled, 1)).toEqual([
      '件名：監査業務',
      '一行目',
      '二行目',
      '番号',
      '題名',
      '1',
      '台帳',
      '2',
      '権限',
    ]);
    expect(Buffer.from(fillTemplate(form, 'pptx', DATA)).equals(Buffer.from(filled))).toBe(true);
  });

  it('repeats a slide that is opened in one box and closed in another', async () => {
    const form = await deck(['表紙'], ['{{#指摘}}', '指摘{{番号}}', '{{題名}}（{{契約名}}）', '{{/指摘}}'], ['終わり']);
    const before = await objections(form, 'pptx');
    const filled = fillTemplate(form, 'pptx', DATA);
    expect(order(filled)).toEqual(['slide1', 'slide2', 'slide4', 'slide3']);
    expect(wordsOf(filled, 2)).toEqual(['指摘1', '台帳（監査業務）']);
    expect(wordsOf(filled, 4)).toEqual(['指摘2', '権限（監査業務）']);
    // The library's own slips are in the form already; filling adds none.
    expect((await objections(filled, 'pptx')).length).toBe(before.length);
  });

  it('drops a slide whose condition is not met', async () => {
    const form = await deck(['表紙'], ['{{?意見}}', '意見があります', '{{/意見}}'], ['終わり']);
    const filled = fillTemplate(form, 'pptx', DATA);
    expect(order(filled)).toEqual(['slide1', 'slide3']);
    expect(readParts(filled).has('ppt/slides/slide2.xml')).toBe(false);
  });

  it('names the slide of what must be mended', async () => {
    expect(
      checkTemplate(await deck(['表紙'], ['{{契約}}']), 'pptx', [
        { name: '契約名', meaning: '', example: '', kind: 'text', required: false },
      ]),
    ).toMatchObject([{ kind: 'unknown', place: 'スライド2の文「{{契約}}」' }]);
  });

  it('with an action that runs a program is refused', async () => {
    const form = await deck(['表紙']);
    const slide = textOfPart(form, 'ppt/slides/slide1.xml').replace(
      '<a:endParaRPr',
      '<a:endParaRPr action="ppaction://program"',
    );
    expect(() => checkTemplate(withParts(form, { 'ppt/slides/slide1.xml': slide }), 'pptx', [])).toThrow(
      'ppt/slides/slide1.xml',
    );
  });
});
