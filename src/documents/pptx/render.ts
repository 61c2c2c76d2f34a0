import { DocumentError } from '../errors.ts';
import { createdAt } from '../prepare/created.ts';
import { cleanText } from '../prepare/text.ts';
import { type Sheet, sheetOf, slideFont } from './look.ts';
import type { DeckTree } from './model.ts';
import { repackPptx } from './package.ts';
import { writeSlide } from './slides.ts';
import { newWriter, type Writer } from './writer.ts';
import { frameOf } from './frame.ts';

/** The deck as a PowerPoint file. */
export async function writePptx(tree: DeckTree): Promise<Uint8Array> {
  if (cleanText(tree.title).trim() === '')
    throw new DocumentError('deck-invalid', 'スライドの題名が空です。題名を入力してください。');
  if (tree.slides.length === 0)
    throw new DocumentError('deck-invalid', `資料「${tree.title}」にスライドがありません。`);
  const sheet = sheetOf(tree.size);
  const file = newDeck(tree, sheet);
  for (const slide of tree.slides) await writeSlide(slide, frameOf(file, tree, sheet));
  const bytes = await file.write({ outputType: 'uint8array', compression: false });
  if (!(bytes instanceof Uint8Array)) throw new TypeError('the deck was not written as bytes');
  return repackPptx(bytes, createdAt(tree.created));
}

function newDeck(tree: DeckTree, sheet: Sheet): Writer {
  const file = newWriter();
  file.defineLayout({ name: 'SHEET', width: sheet.width, height: sheet.height });
  file.layout = 'SHEET';
  file.theme = { headFontFace: slideFont, bodyFontFace: slideFont };
  file.title = cleanText(tree.title);
  file.subject = cleanText(tree.title);
  file.author = cleanText(tree.author ?? '');
  file.company = cleanText(tree.author ?? '');
  file.revision = '1';
  return file;
}
