import { degrees, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { bindVolume, type BoundVolume, document, faultOf, heading, landscape, paragraph, renderPdf } from '../index.ts';
import { fontsOf, hasPoppler, pageSizes, textOf } from '../testing/pdf.ts';
import { hardWords } from '../testing/sample.ts';
import { A4, layOut } from './layout.ts';

const A3 = { width: 841.89, height: 1190.55 };
const turned = { width: A4.height, height: A4.width };

describe('layout', () => {
  const kinds = (parts: Parameters<typeof layOut>[0], contents = 1): string =>
    layOut(parts, contents)
      .pages.map((page) => page.kind[0])
      .join('');

  it('puts cover, contents and tab sheets on fronts, with blank backs', () => {
    // c: cover or contents, t: tab, p: page, b: blank
    expect(kinds([[[A4, A4], [A4]], [[A4]]])).toBe('cbcbtbpppbtbpb');
    expect(kinds([[[A4]]], 3)).toBe('cbcccbtbpb');
  });

  it('gives the first pages of tabs and documents', () => {
    expect(layOut([[[A4, A4], [A4]], [[A4]]], 1)).toMatchObject({
      contents: 3,
      tabs: [5, 11],
      documents: [[7, 9], [13]],
    });
  });

  it('never puts two papers on one sheet; a turned page is the same paper', () => {
    expect(kinds([[[A4, A3, A4]]])).toBe('cbcbtbpbpbpb');
    expect(kinds([[[A4, turned]]])).toBe('cbcbtbpp');
  });
});

describe('a volume', () => {
  let volume: BoundVolume;
  let bytes: Uint8Array;
  let pdf: PDFDocument;

  beforeAll(async () => {
    const first = await renderPdf(
      document({ title: '報告書' }, [
        heading(1, '概要'),
        paragraph(hardWords),
        landscape([heading(1, '大きな表'), paragraph('折り込む。')], { size: 'A3' }),
      ]),
    );
    const scan = await PDFDocument.create();
    scan.addPage([A4.width, A4.height]).setRotation(degrees(90));
    const second = await scan.save();
    const read = (content: Uint8Array) => () => Promise.resolve(content);
    volume = {
      title: '成果物',
      subtitle: '令和8年度監査業務委託',
      date: '令和9年3月26日',
      addressee: 'みはま市',
      sender: '株式会社まもり監査',
      marking: '取扱注意',
      created: '2027-03-26',
      parts: [
        { tab: '(1)', title: '内部監査', documents: [{ title: '報告書', read: read(first) }] },
        { tab: '(2)', title: '自己点検', documents: [{ title: '横に取り込んだ書面', read: read(second) }] },
      ],
    };
    ({ bytes } = await bindVolume(volume));
    pdf = await PDFDocument.load(bytes);
  });

  it('has the same bytes every time', async () => {
    expect((await bindVolume(volume)).bytes).toEqual(bytes);
  });

  it('has an even number of pages, language, title and bookmarks that lead to pages', () => {
    expect(pdf.getPageCount()).toBe(14);
    expect(pdf.getTitle()).toBe('成果物　令和8年度監査業務委託');
    expect(pdf.catalog.lookup(PDFName.of('Lang'))?.toString()).toContain('ja');
    expect(outlineOf(pdf)).toEqual([
      ['目次', 2],
      ['(1)　内部監査', 4],
      ['-報告書', 6],
      ['--第1 概要', 6],
      ['--第2 大きな表', 8],
      ['(2)　自己点検', 10],
      ['-横に取り込んだ書面', 12],
    ]);
  });

  it.skipIf(!hasPoppler)('prints numbers on every page but the cover, the fold on A3, and embeds all fonts', () => {
    const text = textOf(bytes).split('\f');
    expect(text[0]).not.toMatch(/\d+\s*$/u);
    for (const [index, page] of text.slice(1, 14).entries()) {
      expect(page.replace(/\s/gu, ''), `page ${index + 2}`).toContain(String(index + 2));
    }
    expect(text[2]?.replace(/\s/gu, '')).toMatch(/目次\(1\)内部監査．*5報告書．*7\(2\)自己点検．*11/u);
    expect(text[8]).toContain('A4に折り込む。');
    expect(text[3]).toContain('空白');
    expect(text[6]).toContain('髙﨑');
    expect(fontsOf(bytes).every((line) => / yes yes yes /u.test(line))).toBe(true);
    expect(pageSizes(bytes)[8]).toBe('1191 x 842');
  });

  it('tells which PDF cannot be bound', async () => {
    expect(await faultOf(bytes)).toBeNull();
    expect(await faultOf(bytes.slice(0, 600))).toBe('broken');
    expect(await faultOf(new Uint8Array([1, 2, 3]))).toBe('broken');
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'a', ownerPassword: 'b' });
    expect(await faultOf(await locked.save())).toBe('encrypted');
  });
});

/** Titles, indented by `-`, with the page that each leads to, from 0. */
function outlineOf(pdf: PDFDocument): [string, number][] {
  const pages = pdf.getPages().map((page) => page.ref.toString());
  const walk = (first: unknown, depth: number): [string, number][] => {
    const found: [string, number][] = [];
    for (let item = first; item instanceof PDFDict; item = item.lookup(PDFName.of('Next'))) {
      const title = item.lookup(PDFName.of('Title'), PDFHexString).decodeText();
      const target = item.lookup(PDFName.of('Dest'), PDFArray).get(0);
      found.push([`${'-'.repeat(depth)}${title}`, pages.indexOf(String(target))]);
      found.push(...walk(item.lookup(PDFName.of('First')), depth + 1));
    }
    return found;
  };
  return walk(pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookup(PDFName.of('First')), 0);
}
