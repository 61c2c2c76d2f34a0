import { xmlAttribute, xmlText } from '../../prepare/xml.ts';
import type { RunLook, WordInline } from '../model.ts';
import { runLook } from './look.ts';
import { pictureXml } from './picture.ts';
import { changeTag, type Writing } from './writing.ts';

export function inlineXml(piece: WordInline, writing: Writing): string {
  switch (piece.kind) {
    case 'text':
      return textXml(piece, writing);
    case 'tab':
      return run('<w:tab/>', piece.look);
    case 'link':
      return `<w:hyperlink w:anchor="${xmlAttribute(piece.anchor)}" w:history="1">${inlinesXml(piece.children, writing)}</w:hyperlink>`;
    case 'bookmark':
      return bookmarked(piece.name, writing, () => inlinesXml(piece.children, writing));
    case 'comment-start':
      return `<w:commentRangeStart w:id="${piece.comment}"/>`;
    case 'comment-end':
      return `<w:commentRangeEnd w:id="${piece.comment}"/><w:r><w:commentReference w:id="${piece.comment}"/></w:r>`;
    case 'field':
      return run(`${fieldStart(piece.instruction)}${words('t', piece.result)}${fieldEnd}`, piece.look);
    case 'field-start':
      return run(fieldStart(piece.instruction));
    case 'field-end':
      return run(fieldEnd);
    case 'picture':
      return run(pictureXml(piece, writing));
  }
}

export const inlinesXml = (pieces: readonly WordInline[], writing: Writing): string =>
  pieces.map((piece) => inlineXml(piece, writing)).join('');

/** A bookmark around something. It takes its number before what stands inside. */
export function bookmarked(name: string, writing: Writing, inside: () => string): string {
  const id = writing.mark();
  return `<w:bookmarkStart w:id="${id}" w:name="${xmlAttribute(name)}"/>${inside()}<w:bookmarkEnd w:id="${id}"/>`;
}

const run = (content: string, look: RunLook = {}): string => `<w:r>${runLook(look)}${content}</w:r>`;
const words = (element: string, text: string): string =>
  `<w:${element} xml:space="preserve">${xmlText(text)}</w:${element}>`;
const fieldStart = (instruction: string): string =>
  `<w:fldChar w:fldCharType="begin"/>${words('instrText', instruction)}<w:fldChar w:fldCharType="separate"/>`;
const fieldEnd = '<w:fldChar w:fldCharType="end"/>';

/** A run for each line, so that a line can be added or struck out with its break. */
function textXml({ text, look, change }: Extract<WordInline, { kind: 'text' }>, writing: Writing): string {
  const properties = runLook(look);
  const element = change?.kind === 'deleted' ? 'delText' : 't';
  const line = (line: string, index: number): string => {
    const xml = `<w:r>${properties}${index > 0 ? '<w:br/>' : ''}${words(element, line)}</w:r>`;
    if (change === undefined) return xml;
    const tag = changeTag(change, writing);
    return `<${tag}>${xml}</${tag.slice(0, tag.indexOf(' '))}>`;
  };
  return text.includes('\n') ? text.split('\n').map(line).join('') : line(text, 0);
}
