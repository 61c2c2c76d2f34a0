import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes a font configuration that knows the fonts of the product's packages only; answers with its path. */
export function bundledFonts(folder: string): string {
  const packages = fileURLToPath(new URL('../../../node_modules/@expo-google-fonts/', import.meta.url));
  const path = join(folder, 'fonts.conf');
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${packages}</dir><cachedir>${join(folder, 'fonts')}</cachedir></fontconfig>`,
  );
  return path;
}
