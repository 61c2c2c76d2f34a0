import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SourceLine } from '../core/specification-import/index.ts';
import { ImportError } from './error.ts';
import { linesOfPage, type Glyphs } from './pdf-lines.ts';

/** A specification of more pages is taken in by chapters. */
export const PAGE_LIMIT = 1000;

/**
 * The lines of a PDF with their pages. Fonts and character tables come with the product; nothing is fetched.
 * @throws ImportError: broken, encrypted, too many pages, or a scan without text.
 */
export async function readPdf(
  bytes: Uint8Array,
  onPage: (done: number, total: number) => void = () => undefined,
): Promise<{ lines: SourceLine[]; pages: number }> {
  const { getDocument } = await loadPdfjs();
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    // The library takes the memory over: it gets a copy.
    data: Uint8Array.from(bytes),
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > PAGE_LIMIT) {
      throw new ImportError(
        'too-many-pages',
        `${document.numPages}頁あります。${PAGE_LIMIT}頁以内に分けてから取り込んでください。`,
      );
    }
    const lines: SourceLine[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      const glyphs = content.items.flatMap((item): Glyphs[] => ('str' in item ? [placed(item)] : []));
      for (const text of linesOfPage(glyphs)) lines.push({ text, line: lines.length + 1, page: number });
      page.cleanup();
      onPage(number, document.numPages);
    }
    refuseScan(lines, document.numPages);
    return { lines, pages: document.numPages };
  } catch (error) {
    throw problemOf(error);
  } finally {
    await task.destroy();
  }
}

type Item = { str: string; transform: number[]; width: number; height: number };

function placed(item: Item): Glyphs {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform;
  return {
    text: item.str,
    x,
    y,
    width: item.width,
    size: Math.hypot(c, d) || Math.hypot(a, b) || item.height,
    upright: Math.abs(b) < Math.abs(a),
  };
}

/** Pages that are pictures hold no letters, or only those of a stamp. */
function refuseScan(lines: readonly SourceLine[], pages: number): void {
  const letters = lines.reduce((sum, line) => sum + line.text.replace(/\s/g, '').length, 0);
  if (letters >= 20 * pages) return;
  throw new ImportError(
    'scan',
    'このPDFは紙をスキャンした画像で、文字の情報がありません。文字認識（OCR）をかけたPDFか、元のWord文書を取り込んでください。',
  );
}

function problemOf(error: unknown): ImportError {
  if (error instanceof ImportError) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return new ImportError(
      'encrypted',
      'パスワードで保護されたPDFです。保護を外して保存し直してから取り込んでください。',
    );
  }
  return new ImportError(
    'broken',
    'PDFとして開けません。ファイルが途中で切れているか、壊れています。元の文書から作り直してから取り込んでください。',
  );
}

/**
 * The library makes a matrix when it is loaded, which it uses only for drawing. Node has none, and nothing is drawn here.
 */
async function loadPdfjs() {
  if (!('DOMMatrix' in globalThis)) Reflect.set(globalThis, 'DOMMatrix', Object);
  return await import('pdfjs-dist/legacy/build/pdf.mjs');
}
