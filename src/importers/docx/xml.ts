import { SaxesParser } from 'saxes';
import { brokenDocx } from './parts.ts';

/** An element without its prefix, with attributes by their local names. */
export type Element = { name: string; attributes: Readonly<Record<string, string>> };

export type XmlHandler = {
  open(element: Element, depth: number): void;
  close(name: string, depth: number): void;
  text?(text: string): void;
};

const DEPTH_LIMIT = 400;

/** Runs through a part. Document types are refused: no entities, nothing from elsewhere. */
export function walkXml(xml: string, handler: XmlHandler): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('doctype', () => {
    throw brokenDocx('文書型の宣言');
  });
  parser.on('error', () => {
    throw brokenDocx('XMLの誤り');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEPTH_LIMIT) throw brokenDocx('入れ子が深すぎます');
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(tag.attributes)) attributes[local(name)] = value;
    handler.open({ name: local(tag.name), attributes }, depth);
  });
  parser.on('closetag', (tag) => {
    handler.close(local(tag.name), depth);
    depth -= 1;
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.write(xml).close();
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
