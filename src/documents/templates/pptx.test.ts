import { describe, expect, it } from 'vitest';
import { type FormData, linesValue, listValue } from '../../core/form/index.ts';
import { deck as deckTree, renderPptx } from '../index.ts';
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

  it('leaves no frame of a table of which no row is left', async () => {
    const form = await deck(['一覧', [['{{#意見}}{{題名}}', '{{/意見}}']]]);
    expect(textOfPart(form, 'ppt/slides/slide1.xml')).toContain('<p:graphicFrame');
    expect(textOfPart(fillTemplate(form, 'pptx', DATA), 'ppt/slides/slide1.xml')).not.toContain('<p:graphicFrame');
  });

  describe('with a table that outgrows its slide', () => {
    const many = (count: number, title = (number: number): string => `指摘の題名その${number}`): FormData => ({
      指摘: listValue(Array.from({ length: count }, (_one, index) => ({ 番号: index + 1, 題名: title(index + 1) }))),
      意見: listValue([]),
    });
    const table = (name: string): string[][] => [
      ['番号', '題名'],
      [`{{#${name}}}{{番号}}`, `{{題名}}{{/${name}}}`],
      ['計', '以上'],
    ];
    /** Texts of the cells, slide by slide. */
    const cellsOf = (bytes: Uint8Array): string[][] =>
      order(bytes).map((slide) =>
        [...textOfPart(bytes, `ppt/slides/${slide}.xml`).matchAll(/<a:tc[ >].*?<\/a:tc>/gsu)].map(([cell]) =>
          cell.replaceAll(/<[^>]+>/gu, '').trim(),
        ),
      );

    it('goes on on further slides under its header, with every row once and what follows at the end', async () => {
      const form = await deck(['一覧', table('指摘')], ['終わり']);
      const filled = fillTemplate(form, 'pptx', many(60));
      const slides = cellsOf(filled);
      const tables = slides.slice(0, -1);
      expect(tables.length).toBeGreaterThan(2);
      for (const cells of tables) expect(cells.slice(0, 2)).toEqual(['番号', '題名']);
      const rows = tables.flatMap((cells) => cells.slice(2)).filter((_cell, index) => index % 2 === 0);
      expect(rows).toEqual([...Array.from({ length: 60 }, (_one, index) => String(index + 1)), '計']);
      // Only the last slide of the table may have room to spare.
      const full = tables.slice(0, -1).map(({ length }) => length);
      expect(new Set(full).size).toBe(1);
      expect(slides.at(-1)).toEqual([]);
      expect(wordsOf(filled, 1)[0]).toBe('一覧');
      expect((await objections(filled, 'pptx')).length).toBe((await objections(form, 'pptx')).length);
      expect(Buffer.from(fillTemplate(form, 'pptx', many(60))).equals(Buffer.from(filled))).toBe(true);
    });

    it('stays on its slide where there is room', async () => {
      const form = await deck(['一覧', table('指摘')]);
      expect(order(fillTemplate(form, 'pptx', many(5)))).toEqual(['slide1']);
    });

    it('goes on beside one that does not, whose frame is left out', async () => {
      const filled = fillTemplate(await deck([table('指摘'), '間', '間', table('意見')]), 'pptx', many(40));
      const [first = [], ...others] = cellsOf(filled);
      expect(first).toContain('以上');
      expect(others.length).toBeGreaterThan(1);
      expect(others.slice(0, -1).flat()).not.toContain('以上');
      expect(others.at(-1)?.filter((cell) => cell === '計')).toHaveLength(1);
      for (const slide of order(filled).slice(1))
        expect(textOfPart(filled, `ppt/slides/${slide}.xml`).match(/<a:tbl>/gu)).toHaveLength(1);
    });

    it('cuts a cell that is higher than a slide, and loses none of it', async () => {
      const long = Array.from({ length: 300 }, (_one, index) => `${index}番目の文です。`).join('');
      const filled = fillTemplate(
        await deck(['一覧', table('指摘')]),
        'pptx',
        many(1, () => long),
      );
      const cells = cellsOf(filled).flatMap((each) => each.slice(2));
      expect(order(filled).length).toBeGreaterThan(2);
      expect(cells.filter((_cell, index) => index % 2 === 1).join('')).toBe(`${long}以上`);
    });

    it('is refused when it would need more slides than anybody looks at', async () => {
      const form = await deck(['一覧', table('指摘')]);
      expect(() =>
        fillTemplate(
          form,
          'pptx',
          many(30, () => 'あ'.repeat(5000)),
        ),
      ).toThrow('件数を減らす');
    });

    it('says in the title which part a slide is', async () => {
      const sample = deckTree({ title: '資料' }, [
        {
          kind: 'table',
          title: '指摘の一覧',
          columns: [{ title: '番号' }, { title: '題名', share: 4 }],
          rows: [['{{#指摘}}{{番号}}', '{{題名}}{{/指摘}}']],
        },
      ]);
      const filled = fillTemplate(await renderPptx(sample), 'pptx', many(40));
      const titles = order(filled).map(
        (slide) => /指摘の一覧.*?<\/a:p>/su.exec(textOfPart(filled, `ppt/slides/${slide}.xml`))?.[0] ?? '',
      );
      const count = titles.length;
      expect(count).toBeGreaterThan(2);
      expect(titles.map((title) => title.replaceAll(/<[^>]+>/gu, ''))).toEqual(
        titles.map((_title, index) => `指摘の一覧${index === 0 ? '' : `（続き ${index + 1}/${count}）`}`),
      );
    });
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
