import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundledFonts } from './fonts.ts';

const version = spawnSync('soffice', ['--version'], { encoding: 'utf8' });

/** Whether LibreOffice is here; without it the tests of another reader are skipped. */
export const hasOffice = version.error === undefined;

/** `7.4`: another version breaks lines elsewhere, so that its pages look otherwise. */
export const officeVersion = /LibreOffice (\d+\.\d+)/u.exec(version.stdout ?? '')?.[1] ?? '';

type Files = readonly { readonly name: string; readonly bytes: Uint8Array }[];

/**
 * Opens Word, Excel and PowerPoint files in one LibreOffice and gives each as PDF. It knows the fonts of the product's
 * packages only, so that no font of the machine decides what can be seen or read back.
 */
export function convertAll(files: Files): ReadonlyMap<string, Uint8Array> {
  const converted = converting(files, 'pdf');
  return new Map(files.map(({ name }, index) => [name, converted[index] ?? new Uint8Array()]));
}

/** Opens workbooks in LibreOffice and saves each, as somebody does who mails it back. */
export const savedAll = (workbooks: readonly Uint8Array[]): readonly Uint8Array[] =>
  converting(
    workbooks.map((bytes) => ({ name: 'list.xlsx', bytes })),
    'xlsx',
  );

function converting(files: Files, format: string): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'machimori-office-'));
  try {
    // Numbers as names: the words in the names of the papers are none of the program's business.
    const paths = files.map(({ name, bytes }, index) => {
      const path = join(folder, `${index}.${name.slice(name.lastIndexOf('.') + 1)}`);
      writeFileSync(path, bytes);
      return path;
    });
    const target = join(folder, 'converted');
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        format,
        '--outdir',
        target,
        ...paths,
      ],
      { stdio: 'ignore', env: { ...process.env, FONTCONFIG_FILE: bundledFonts(folder) } },
    );
    return files.map((_, index) => readFileSync(join(target, `${index}.${format}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
