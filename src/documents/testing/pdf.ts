import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether poppler is here; without it the tests of extracted text are skipped. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** The text that a reader copies out of a PDF, in reading order. */
export const textOf = (pdf: Uint8Array): string =>
  withFile(pdf, (file) =>
    execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );

/** One line per font: name, type, embedded, subset, … */
export const fontsOf = (pdf: Uint8Array): string[] =>
  withFile(pdf, (file) =>
    execFileSync('pdffonts', [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .split('\n')
      .slice(2),
  );

/** Sizes of all pages in points, as `595 x 842`. */
export const pageSizes = (pdf: Uint8Array): string[] =>
  withFile(pdf, (file) =>
    [
      ...execFileSync('pdfinfo', ['-f', '1', '-l', '999', file], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).matchAll(/size:\s+([\d.]+) x ([\d.]+)/gu),
    ].map((match) => `${Math.round(Number(match[1]))} x ${Math.round(Number(match[2]))}`),
  );

function withFile<T>(bytes: Uint8Array, read: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'machimori-pdf-'));
  try {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, bytes);
    return read(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
