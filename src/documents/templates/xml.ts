/** XML of a form: read without document types and entities, written back as it was. */
import { DOMParser, type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom';
import { TemplateError } from './errors.ts';

export type { Document, Element, Node };

/** Deeper and larger than any paper; a file that goes further wants to exhaust the reader. */
const DEPTH = 400;
const ELEMENTS = 250_000;

/** @throws TemplateError `broken` for XML that is none, `doctype` for document types and entities */
export function parseXml(bytes: Uint8Array, place: string): Document {
  const text = textOf(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) {
    throw new TemplateError(
      'doctype',
      place,
      '文書型宣言又は実体宣言が含まれています。外部のファイルを読み込むおそれがあるため、使えません。',
    );
  }
  const encoding = /^<\?xml[^>]*encoding=["']([^"']*)["']/u.exec(text)?.[1] ?? 'UTF-8';
  if (!/^utf-(?:8|16(?:[bl]e)?)$/iu.test(encoding)) {
    throw new TemplateError('broken', place, `文字コード「${encoding.slice(0, 20)}」の部品は使えません。`);
  }
  checkDepth(text, place);
  try {
    return new DOMParser({
      locator: false,
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    }).parseFromString(text, 'text/xml');
  } catch (cause) {
    throw new TemplateError(
      'broken',
      place,
      'XMLとして読み取れません。元のソフトウェアで開いて保存し直してください。',
      { cause },
    );
  }
}

/** The bytes of a document, in UTF-8. */
export function writeXml(document: Document): Uint8Array {
  const text = new XMLSerializer().serializeToString(document);
  return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*encoding=)(["'])[^"']*\2/u, '$1"UTF-8"'));
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

const TAG = /<\/?[^\s<>/="']+(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/uy;
const WHOLE: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** One pass over the text before the parser, which takes its time over a text that only looks like XML. */
function checkDepth(text: string, place: string): void {
  let depth = 0;
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const special = WHOLE.find(([start]) => text.startsWith(start, at));
    const end = special === undefined ? tagEnd(text, at) : text.indexOf(special[1], at) + special[1].length;
    if (end <= at) throw new TemplateError('broken', place, 'XMLとして読み取れません。保存し直してください。');
    count += 1;
    if (special === undefined && !text.startsWith('/>', end - 2)) depth += text.startsWith('</', at) ? -1 : 1;
    if (count > 2 * ELEMENTS) {
      throw new TemplateError('too-large', place, '要素が多すぎます。様式に要らない行や列の書式を消してください。');
    }
    if (depth > DEPTH) {
      throw new TemplateError('broken', place, '要素の入れ子が深すぎます。元のソフトウェアで保存し直してください。');
    }
    at = end;
  }
}

/** Position behind a tag; -1 when there is none. */
function tagEnd(text: string, at: number): number {
  TAG.lastIndex = at;
  return TAG.test(text) ? TAG.lastIndex : -1;
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** From sibling to sibling: the library's list of children does not know what came in with a fragment. */
export function childrenOf(node: Node): Element[] {
  const children: Element[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child)) children.push(child);
  }
  return children;
}

/** Elements below, in document order, by qualified name (w:p). */
export const elementsOf = (node: Document | Element, name: string): Element[] => [...node.getElementsByTagName(name)];

/** The nearest element around a node, itself included. */
export function around(node: Node | null, name: string): Element | null {
  for (let at = node; at !== null; at = at.parentNode) if (isElement(at) && at.nodeName === name) return at;
  return null;
}

export function remove(node: Node): void {
  node.parentNode?.removeChild(node);
}

export function cloneOf(element: Element): Element {
  const copy = element.cloneNode(true);
  if (!isElement(copy)) throw new TypeError('a copy of an element is an element');
  return copy;
}

/** A new empty element of the namespace of another one. */
export function sibling(of: Element, name: string): Element {
  const { ownerDocument } = of;
  if (ownerDocument === null) throw new TypeError('the element stands in no document');
  return ownerDocument.createElementNS(of.namespaceURI, name);
}

export function setText(element: Element, text: string): void {
  element.textContent = text;
  if (/^\s|\s$|[\n\t]| {2}/u.test(text) && !element.nodeName.startsWith('a:')) {
    element.setAttribute('xml:space', 'preserve');
  }
}
