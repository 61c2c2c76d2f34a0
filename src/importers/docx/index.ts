import type { SourceLine } from '../../core/specification-import/index.ts';
import { Body, footnotesOf } from './body.ts';
import { Numbering, readStyles } from './numbering.ts';
import { brokenDocx, docxParts } from './parts.ts';
import { walkXml } from './xml.ts';

const PARTS = new Set(['word/document.xml', 'word/numbering.xml', 'word/styles.xml', 'word/footnotes.xml']);

/**
 * The lines of a Word document: paragraphs with the numbers that Word would show, rows of tables, footnotes behind the
 * paragraph that names them. Deleted text of tracked changes is left out, inserted text is taken.
 * @throws ImportError
 */
export async function readDocx(bytes: Uint8Array): Promise<SourceLine[]> {
  const parts = await docxParts(bytes, PARTS);
  const document = parts.get('word/document.xml');
  if (document === undefined) throw brokenDocx('本文がありません');
  const notes = parts.get('word/footnotes.xml');
  const body = new Body({
    numbering: new Numbering(parts.get('word/numbering.xml')),
    styles: readStyles(parts.get('word/styles.xml')),
    footnotes: notes === undefined ? new Map() : footnotesOf(notes),
  });
  walkXml(document, body);
  return body.lines;
}
