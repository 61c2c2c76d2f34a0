import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const version = spawnSync('soffice', ['--version'], { encoding: 'utf8' });

/** Whether LibreOffice is here; without it the tests of another reader are skipped. */
export const hasOffice = version.error === undefined;

/** `7.4`: another version breaks lines elsewhere, so that its pages look otherwise. */
export const officeVersion = /LibreOffice (\d+\.\d+)/u.exec(version.stdout ?? '')?.[1] ?? '';

/**
 * Opens Word, Excel and PowerPoint files in one LibreOffice and gives each as PDF. It knows the fonts of the product's
 * packages only, so that no font of the machine decides what can be seen or read back.
 */
export function convertAll(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'machimori-office-'));
  try {
    // Numbers as names: the words in the names of the papers are none of the program's business.
    const paths = files.map(({ name, bytes }, index) => {
      const path = join(folder, `${index}.${name.slice(name.lastIndexOf('.') + 1)}`);
      writeFileSync(path, bytes);
      return path;
    });
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...paths,
      ],
      { stdio: 'ignore', env: { ...process.env, FONTCONFIG_FILE: fontConfiguration(folder) } },
    );
    return new Map(files.map(({ name }, index) => [name, readFileSync(join(folder, `${index}.pdf`))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a font configuration that knows the fonts of the product's packages only; answers with its path. */
function fontConfiguration(folder: string): string {
  const packages = fileURLToPath(new URL('../../../node_modules/@expo-google-fonts/', import.meta.url));
  const path = join(folder, 'fonts.conf');
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${packages}</dir><cachedir>${join(folder, 'fonts')}</cachedir></fontconfig>`,
  );
  return path;
}
