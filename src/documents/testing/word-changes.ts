import { DOMParser, type Element, type Node } from '@xmldom/xmldom';

/**
 * What stands in a Word file when all changes are accepted (`after`) or refused (`before`), by the rules of the format and
 * not by those of the product: one line for each paragraph (style and words), rows and cells bracketed.
 */
export function wordVersion(documentXml: string, version: 'after' | 'before'): string[] {
  const root = new DOMParser().parseFromString(documentXml, 'text/xml').documentElement;
  const body = root === null ? undefined : childrenOf(root, 'w:body')[0];
  if (body === undefined) throw new Error('no body');
  return blocksOf(body, version === 'after' ? 'w:del' : 'w:ins');
}

/** The lines of a body or cell, without what is marked by the element `gone`. */
function blocksOf(parent: Element, gone: string): string[] {
  const lines: string[] = [];
  // The words of a paragraph whose end is gone run into the next one.
  let carried = '';
  for (const element of childrenOf(parent)) {
    if (element.tagName === 'w:p') {
      const words = carried + wordsOf(element, gone);
      const properties = childrenOf(element, 'w:pPr')[0];
      const mark = properties === undefined ? undefined : childrenOf(properties, 'w:rPr')[0];
      carried = '';
      if (mark !== undefined && childrenOf(mark, gone).length > 0) carried = words;
      else lines.push(`${styleOf(properties)}：${words}`);
    } else if (element.tagName === 'w:tbl') {
      lines.push('[');
      for (const row of childrenOf(element, 'w:tr')) {
        const properties = childrenOf(row, 'w:trPr')[0];
        if (properties !== undefined && childrenOf(properties, gone).length > 0) continue;
        for (const cell of childrenOf(row, 'w:tc')) lines.push(`| ${blocksOf(cell, gone).join(' / ')}`);
        lines.push('--');
      }
      lines.push(']');
    }
  }
  if (carried !== '') lines.push(`？：${carried}`);
  return lines;
}

function wordsOf(node: Element, gone: string): string {
  if (node.tagName === gone || node.tagName === 'w:pPr' || node.tagName === 'w:rPr') return '';
  if (node.tagName === 'w:t' || node.tagName === 'w:delText') return node.textContent ?? '';
  if (node.tagName === 'w:br') return '\n';
  return childrenOf(node)
    .map((child) => wordsOf(child, gone))
    .join('');
}

function styleOf(properties: Element | undefined): string {
  const style = properties === undefined ? undefined : childrenOf(properties, 'w:pStyle')[0];
  return style?.getAttribute('w:val') ?? '';
}

const childrenOf = (parent: Element, name?: string): Element[] =>
  [...parent.childNodes].filter(isElement).filter((child) => name === undefined || child.tagName === name);

const isElement = (node: Node): node is Element => node.nodeType === 1;
