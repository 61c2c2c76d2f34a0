import { describe, expect, it } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { listValue } from '../../core/form/index.ts';
import { renderDocx, document, paragraph, renderXlsx } from '../index.ts';
import { changed, docx, p, type Relation, relationships, row, text, withParts, xlsx, zip } from '../testing/forms.ts';
import { checkTemplate, fillTemplate, TemplateError, type TemplateFormat } from './index.ts';

const FORM = docx(p('様式'));
const BOOK = xlsx({ data: row(1, text('A1', '様式')) });
const rels = (...entries: readonly Relation[]) => ({
  'word/_rels/document.xml.rels': relationships(...entries),
});

function refusal(bytes: Uint8Array, format: TemplateFormat = 'docx'): TemplateError {
  try {
    checkTemplate(bytes, format, []);
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error('was taken');
}

/** The directory of a zip with the size of its first entry overwritten. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint32(at + 24, size, true);
    return copy;
  }
  return copy;
}

const field = (code: string): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${[...code].map((letter) => `<w:r><w:instrText xml:space="preserve">${letter === '"' ? '&quot;' : letter}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

describe('a form is refused, with the place named,', () => {
  const macroTypes = changed(
    FORM,
    '[Content_Types].xml',
    'openxmlformats-officedocument.wordprocessingml.document.main',
    'ms-word.document.macroEnabled.main',
  );
  const cases: readonly (readonly [string, Uint8Array, TemplateFormat, TemplateError['code'], string])[] = [
    ['that is a picture', strToU8('PNG these are no parts at all'), 'docx', 'wrong-type', 'ファイル全体'],
    ['that is an Excel file called Word', BOOK, 'docx', 'wrong-type', '[Content_Types].xml'],
    ['that is a plain zip', zip({ 'a.txt': 'a' }), 'docx', 'wrong-type', '[Content_Types].xml'],
    [
      'that is encrypted',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0]),
      'docx',
      'encrypted',
      'ファイル全体',
    ],
    ['that was cut off', FORM.slice(0, FORM.length - 40), 'docx', 'broken', 'ファイル全体'],
    ['whose sizes are lies', lying(FORM, 7), 'docx', 'broken', '[Content_Types].xml'],
    ['that claims to unpack to more than a form', lying(FORM, 0x7fffffff), 'docx', 'too-large', '[Content_Types].xml'],
    [
      'that is packed beyond belief',
      withParts(FORM, { 'word/media/a.png': new Uint8Array(20_000_000) }),
      'docx',
      'too-large',
      'word/media/a.png',
    ],
    ['with macros', withParts(FORM, { 'word/vbaProject.bin': 'x' }), 'docx', 'macro', 'word/vbaProject.bin'],
    ['of a macro type', macroTypes, 'docx', 'macro', '[Content_Types].xml'],
    [
      'with old macro sheets',
      withParts(BOOK, { 'xl/macrosheets/sheet1.xml': '<a/>' }),
      'xlsx',
      'macro',
      'xl/macrosheets/sheet1.xml',
    ],
    [
      'with ActiveX',
      withParts(FORM, { 'word/activeX/activeX1.xml': '<a/>' }),
      'docx',
      'embedded',
      'word/activeX/activeX1.xml',
    ],
    [
      'with an embedded object',
      withParts(FORM, { 'word/embeddings/oleObject1.bin': 'x' }),
      'docx',
      'embedded',
      'word/embeddings/oleObject1.bin',
    ],
    ['with an object in the text', docx('<w:p><w:r><w:object/></w:r></w:p>'), 'docx', 'embedded', 'word/document.xml'],
    ['with a program inside', withParts(FORM, { 'word/media/a.exe': 'MZ' }), 'docx', 'embedded', 'word/media/a.exe'],
    [
      'with another document inside',
      withParts(FORM, rels(['aFChunk', 'a.xml'])),
      'docx',
      'embedded',
      'word/_rels/document.xml.rels',
    ],
    [
      'with a template from elsewhere',
      withParts(FORM, {
        'word/_rels/settings.xml.rels': relationships(['attachedTemplate', 'http://x.example/a.dotm', true]),
      }),
      'docx',
      'external',
      'word/_rels/settings.xml.rels',
    ],
    [
      'with a picture from elsewhere',
      withParts(FORM, rels(['image', 'http://x.example/a.png', true])),
      'docx',
      'external',
      'word/_rels/document.xml.rels',
    ],
    [
      'with a picture from elsewhere that says it is inside',
      withParts(FORM, rels(['image', 'http://x.example/a.png'])),
      'docx',
      'external',
      'word/_rels/document.xml.rels',
    ],
    [
      'with a link to a file',
      withParts(FORM, rels(['hyperlink', 'file:///c:/a.exe', true])),
      'docx',
      'external',
      'word/_rels/document.xml.rels',
    ],
    [
      'with a link to a share',
      withParts(FORM, rels(['hyperlink', '\\\\server\\a', true])),
      'docx',
      'external',
      'word/_rels/document.xml.rels',
    ],
    [
      'with links to other workbooks',
      withParts(BOOK, { 'xl/externalLinks/externalLink1.xml': '<a/>' }),
      'xlsx',
      'external',
      'xl/externalLinks/externalLink1.xml',
    ],
    [
      'with data connections',
      withParts(BOOK, { 'xl/connections.xml': '<a/>' }),
      'xlsx',
      'external',
      'xl/connections.xml',
    ],
    [
      'with a document type',
      withParts(FORM, { 'word/header1.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' }),
      'docx',
      'doctype',
      'word/header1.xml',
    ],
    [
      'with a document type in another encoding',
      withParts(FORM, { 'word/header1.xml': new Uint8Array(Buffer.from('\ufeff<!DOCTYPE a><a/>', 'utf16le')) }),
      'docx',
      'doctype',
      'word/header1.xml',
    ],
    [
      'in an encoding that hides things',
      withParts(FORM, { 'word/header1.xml': '<?xml version="1.0" encoding="UTF-7"?><a/>' }),
      'docx',
      'broken',
      'word/header1.xml',
    ],
    [
      'with XML that is none',
      withParts(FORM, { 'word/header1.xml': '<a><b></a>' }),
      'docx',
      'broken',
      'word/header1.xml',
    ],
    [
      'nested without end',
      withParts(FORM, { 'word/header1.xml': `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}` }),
      'docx',
      'broken',
      'word/header1.xml',
    ],
    [
      'with DDE, letter by letter',
      docx(field(' DDEAUTO c:\\\\cmd.exe "/k calc" ')),
      'docx',
      'field-code',
      'word/document.xml',
    ],
    ['that takes in texts', docx(field('INCLUDETEXT "c:\\\\a.txt"')), 'docx', 'field-code', 'word/document.xml'],
    [
      'that takes in pictures',
      docx('<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;http://x.example/a.png&quot;"/></w:p>'),
      'docx',
      'field-code',
      'word/document.xml',
    ],
    [
      'with a field that links to a program',
      docx(field('HYPERLINK "file:///c:/a.exe"')),
      'docx',
      'field-code',
      'word/document.xml',
    ],
    [
      'that asks the web',
      xlsx({ data: row(1, '<c r="B1"><f>_xlfn.WEBSERVICE("http://x.example/")</f></c>') }),
      'xlsx',
      'formula',
      'xl/worksheets/sheet1.xmlのセルB1',
    ],
    [
      'with HYPERLINK',
      xlsx({ data: row(1, '<c r="B1"><f>IF(A1,HYPERLINK("http://x.example/"&amp;A1),"")</f></c>') }),
      'xlsx',
      'formula',
      'xl/worksheets/sheet1.xmlのセルB1',
    ],
    [
      'that starts a program',
      xlsx({ data: row(1, '<c r="B1"><f>cmd|\'/c calc\'!A0</f></c>') }),
      'xlsx',
      'formula',
      'xl/worksheets/sheet1.xmlのセルB1',
    ],
    [
      'that reads another workbook',
      xlsx({ data: row(1, '<c r="B1"><f>\'C:\\a\\[b.xlsx]甲\'!A1</f></c>') }),
      'xlsx',
      'formula',
      'xl/worksheets/sheet1.xmlのセルB1',
    ],
    [
      'whose names run something',
      xlsx({ data: '', names: '<definedName name="a">CALL("kernel32","WinExec","JC",A1)</definedName>' }),
      'xlsx',
      'formula',
      'xl/workbook.xml',
    ],
    [
      'with a picture that runs a script',
      withParts(FORM, { 'word/media/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>' }),
      'docx',
      'macro',
      'word/media/a.svg',
    ],
    [
      'with a picture that fetches another one',
      withParts(FORM, {
        'word/media/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://x.example/a.png"/></svg>',
      }),
      'docx',
      'external',
      'word/media/a.svg',
    ],
    ['that leads out of its folder', withParts(FORM, { '../a.xml': '<a/>' }), 'docx', 'broken', '../a.xml'],
  ];

  it.each(cases)('%s', (_, bytes, format, code, place) => {
    const error = refusal(bytes, format);
    expect([error.code, error.place]).toEqual([code, place]);
    expect(error.message).toContain(place);
    expect(error.message).toMatch(/。（場所：/u);
  });

  it('with the same part twice', () => {
    const once = zipSync({ '[Content_Types].xml': strToU8('<a/>'), '[content_types].xml': strToU8('<b/>') });
    expect(refusal(once).code).toBe('broken');
  });

  it('without looking far into a file full of parts', () => {
    expect(
      refusal(zip(Object.fromEntries(Array.from({ length: 2500 }, (_, index) => [`a${index}.xml`, '<a/>'])))).code,
    ).toBe('too-large');
  });
});

describe('honest forms are taken:', () => {
  it('links to pages, fields with page numbers, tables of contents', () => {
    const form = withParts(
      docx(p('様式') + field(' PAGE ') + field('TOC \\o "1-3" \\h') + field('HYPERLINK "https://www.example.jp/"')),
      {
        ...rels(['hyperlink', 'https://www.example.jp/', true], ['hyperlink', 'mailto:a@example.jp', true]),
      },
    );
    expect(checkTemplate(form, 'docx', [])).toEqual([]);
  });

  it('what the product itself writes', async () => {
    expect(checkTemplate(await renderDocx(document({ title: '様式' }, [paragraph('本文')])), 'docx', [])).toEqual([]);
    const book = await renderXlsx({
      title: '様式',
      sheets: [{ name: '甲', columns: [{ title: '乙', width: 10 }], rows: [['丙']] }],
    });
    expect(checkTemplate(book, 'xlsx', [])).toEqual([]);
  });
});

it('a mark that crosses the edge of a table is named before the form is used', () => {
  const crossing = docx(
    `${p('{{#指摘}}')}<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>${p('{{/指摘}}')}</w:tc></w:tr></w:tbl>${p('後')}`,
  );
  const fields = [{ name: '指摘', meaning: '', example: '', kind: 'list' as const, required: false, fields: [] }];
  expect(checkTemplate(crossing, 'docx', fields)).toMatchObject([{ kind: 'unbalanced' }]);
});

it('a form that multiplies its repetitions is refused before it fills the memory', () => {
  const lists = ['甲', '乙', '丙', '丁', '戊', '己'];
  const open = lists.map((name) => p(`{{#${name}}}`)).join('');
  const close = lists
    .toReversed()
    .map((name) => p(`{{/${name}}}`))
    .join('');
  const data = Object.fromEntries(lists.map((name) => [name, listValue(Array.from({ length: 50 }, () => ({ a: 1 })))]));
  expect(() => fillTemplate(docx(open + p('増える') + close), 'docx', data)).toThrow('20,000回');
});

it('a form of nothing but brackets is read in no time', () => {
  const started = withParts(FORM, { 'word/header1.xml': '<'.repeat(900_000) });
  expect(refusal(started).code).toBe('broken');
});
