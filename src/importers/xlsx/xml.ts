/** Runs through a part of a spreadsheet piece by piece: of the whole there is never more in memory than what is kept. */
import { SaxesParser } from 'saxes';
import type { Parts } from './archive.ts';
import { unreadable } from './model.ts';

/** Names come without their prefixes, which every program chooses for itself. */
export interface Walker {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

const DEPTH_LIMIT = 100;

/** @returns whether there is such a part. @throws SpreadsheetError when it is no sound XML */
export async function walk(parts: Parts, name: string, walker: Partial<Walker>): Promise<boolean> {
  const pieces = parts.read(name);
  if (pieces === null) return false;
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', () => {
    throw unreadable();
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEPTH_LIMIT) throw unreadable();
    walker.open?.(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    walker.close?.(local(tag.name));
  });
  parser.on('text', (text) => walker.text?.(text));
  parser.on('cdata', (text) => walker.text?.(text));
  for await (const piece of pieces) parser.write(piece);
  parser.close();
  return true;
}

export const local = (name: string): string => name.slice(name.indexOf(':') + 1);
