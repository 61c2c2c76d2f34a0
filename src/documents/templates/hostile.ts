/** What a form must not bring along: programs, contents from elsewhere, embedded files, commands in fields and formulas. */
import { type Parts, readParts } from './archive.ts';
import { TemplateError, type TemplateErrorCode } from './errors.ts';
import { checkFieldCodes } from './field-codes.ts';
import { checkFormula } from './formulas.ts';
import { pointsOutside, readRelationships, type Relationship } from './relationships.ts';
import { around, type Document, type Element, elementsOf, parseXml } from './xml.ts';

export type TemplateFormat = 'docx' | 'xlsx' | 'pptx';

const MAIN_TYPES: Readonly<Record<TemplateFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
};

const NAMES: Readonly<Record<TemplateFormat, string>> = { docx: 'Word', xlsx: 'Excel', pptx: 'PowerPoint' };

const KNOWN_ENDINGS = /\.(?:xml|rels|vml|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|odttf|fntdata)$/iu;
const PRINTER_SETTINGS = /\/printerSettings\/[^/]+\.bin$/iu;
const CHART_WORKBOOK = /\/embeddings\/[^/]+\.xlsx$/iu;

/** Words for what stands in a part or relationship of this name. */
const FORBIDDEN: readonly (readonly [RegExp, TemplateErrorCode, string])[] = [
  [
    /vba(?:Project|Data|ProjectSignature)|macrosheets|dialogsheets|intlMacrosheet|keyMapCustomizations/iu,
    'macro',
    'マクロ',
  ],
  [/customUI|attachedToolbars|userCustomization/iu, 'macro', 'メニューの変更'],
  [/activeX|^control$/iu, 'embedded', 'ActiveXコントロール'],
  [/oleObject|^package$/iu, 'embedded', '埋込みオブジェクト'],
  [
    /externalLink|attachedTemplate|subDocument|^frame$|connections|queryTables?|webExtension|slideUpdateUrl/iu,
    'external',
    '外部のファイル又はデータへの接続',
  ],
  [/aFChunk|^afchunk/iu, 'embedded', '別形式の文書の取込み'],
];

const refuse = (code: TemplateErrorCode, place: string, what: string): TemplateError =>
  new TemplateError(code, place, `${what}が含まれているため、様式として使えません。取り除いて保存し直してください。`);

/** @throws TemplateError naming the part that must not be there */
export function refuseHostile(parts: Parts, format: TemplateFormat): void {
  checkType(parts, format);
  for (const [name, bytes] of parts) {
    checkName(name);
    if (/\.rels$/iu.test(name)) {
      for (const relationship of readRelationships(parts, name)) checkRelationship(name, relationship);
    } else if (/\.(?:xml|vml|svg)$/iu.test(name)) checkPart(name, parseXml(bytes, name));
    else if (CHART_WORKBOOK.test(name)) refuseNested(name, bytes);
  }
}

function refuseNested(name: string, bytes: Uint8Array): void {
  try {
    refuseHostile(readParts(bytes), 'xlsx');
  } catch (cause) {
    if (cause instanceof TemplateError) {
      throw new TemplateError(
        cause.code,
        `${name}の中の${cause.place}`,
        'グラフの元のデータに使えないものが含まれています。',
        {
          cause,
        },
      );
    }
    throw cause;
  }
}

/** The format that the main part shows, whatever the name of the file says. */
function checkType(parts: Parts, format: TemplateFormat): void {
  const place = '[Content_Types].xml';
  const bytes = parts.get(place);
  const wanted = `${NAMES[format]}の文書（.${format}）`;
  if (bytes === undefined) throw new TemplateError('wrong-type', place, `${wanted}ではありません。`);
  const types = elementsOf(parseXml(bytes, place), '*').map((element) => element.getAttribute('ContentType') ?? '');
  const macro = types.find((type) => /macroEnabled|vbaProject/iu.test(type));
  if (macro !== undefined) throw refuse('macro', place, 'マクロ');
  if (!types.includes(MAIN_TYPES[format])) {
    throw new TemplateError(
      'wrong-type',
      place,
      `${wanted}ではありません。テンプレート形式などのときは、「名前を付けて保存」で.${format}にしてください。`,
    );
  }
}

function checkName(name: string): void {
  for (const [pattern, code, what] of FORBIDDEN) if (pattern.test(name)) throw refuse(code, name, what);
  if (!KNOWN_ENDINGS.test(name) && !PRINTER_SETTINGS.test(name) && !CHART_WORKBOOK.test(name)) {
    throw refuse('embedded', name, '様式に要らない種類のファイル');
  }
}

function checkRelationship(place: string, { type, target, external }: Relationship): void {
  const chartData = type === 'package' && CHART_WORKBOOK.test(target) && /\/charts\/_rels\//u.test(place);
  for (const [pattern, code, what] of FORBIDDEN) {
    if (!chartData && pattern.test(type)) throw refuse(code, place, what);
  }
  if (external && type === 'hyperlink') checkLink(place, target);
  else if (external)
    throw refuse(
      'external',
      place,
      `外部の${type === 'image' ? '画像' : 'ファイル'}へのリンク（${target.slice(0, 80)}）`,
    );
  else if (pointsOutside(target)) throw refuse('external', place, `外部への参照（${target.slice(0, 80)}）`);
}

/** A link that a reader may click: pages and mail, nothing that opens a file or starts a program. */
function checkLink(place: string, target: string): void {
  if (!/^(?:https?:\/\/|mailto:)/iu.test(target)) {
    throw refuse('external', place, `ウェブページと電子メール以外へのリンク（${target.slice(0, 80)}）`);
  }
}

const ELEMENTS: Readonly<Record<string, readonly [TemplateErrorCode, string]>> = {
  'w:object': ['embedded', '埋込みオブジェクト'],
  'w:control': ['embedded', 'ActiveXコントロール'],
  'o:OLEObject': ['embedded', '埋込みオブジェクト'],
  'w:altChunk': ['embedded', '別形式の文書の取込み'],
  'w:subDoc': ['external', '外部の文書の取込み'],
  'w:attachedTemplate': ['external', '外部のテンプレートの指定'],
  'w:mailMerge': ['external', '差込み印刷のデータの指定'],
  'w:saveThroughXslt': ['external', '保存時の変換の指定'],
  'p:oleObj': ['embedded', '埋込みオブジェクト'],
  'p:control': ['embedded', 'ActiveXコントロール'],
  oleObjects: ['embedded', '埋込みオブジェクト'],
  oleObject: ['embedded', '埋込みオブジェクト'],
  externalReferences: ['external', '外部のブックへのリンク'],
  ddeLink: ['external', 'DDEリンク'],
  script: ['macro', 'スクリプト'],
  foreignObject: ['embedded', '画像に埋め込まれた別の文書'],
};

const FORMULA_ELEMENTS = new Set(['f', 'definedName', 'formula', 'formula1', 'formula2', 'xm:f', 'c:f']);

function checkPart(name: string, document: Document): void {
  for (const element of elementsOf(document, '*')) {
    const found = ELEMENTS[element.nodeName] ?? ELEMENTS[element.localName ?? ''];
    if (found !== undefined) throw refuse(found[0], name, found[1]);
    if (FORMULA_ELEMENTS.has(element.nodeName)) checkFormula(element.textContent ?? '', placeOfFormula(name, element));
    checkAttributes(name, element);
  }
  if (name.startsWith('word/')) checkFieldCodes(document, name);
}

function placeOfFormula(name: string, element: Element): string {
  const parent = element.parentNode;
  const cell = around(parent, 'c')?.getAttribute('r') ?? null;
  return cell === null ? name : `${name}のセル${cell}`;
}

function checkAttributes(name: string, element: Element): void {
  for (const { nodeName, value } of element.attributes) {
    if (nodeName === 'action' && /^ppaction:\/\/(?:macro|program|ole)/iu.test(value)) {
      throw refuse('macro', name, 'マクロ又はプログラムを動かす操作');
    }
    if (nodeName === 'macro' && value !== '') throw refuse('macro', name, 'マクロを動かす図形');
    if (
      /^(?:src|href|xlink:href|o:href)$/u.test(nodeName) &&
      pointsOutside(value) &&
      !/^(?:data:image\/(?:png|jpe?g)|mailto:|https?:)/iu.test(value)
    ) {
      throw refuse('external', name, `外部への参照（${value.slice(0, 80)}）`);
    }
    if (/^(?:src|xlink:href)$/u.test(nodeName) && /^https?:/iu.test(value)) {
      throw refuse('external', name, `外部の画像（${value.slice(0, 80)}）`);
    }
    if (nodeName === 'href' && /^https?:/iu.test(value) && element.localName === 'image') {
      throw refuse('external', name, `外部の画像（${value.slice(0, 80)}）`);
    }
  }
}
