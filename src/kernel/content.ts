/** Content files that ship with the product (specifications, questionnaires, checklists), read once and kept. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));
const known = new Map<string, string>();

/** The text of `content/<path>`; `path` is written in the code, never taken from input. */
export function readContent(path: string): string {
  let text = known.get(path);
  if (text === undefined) {
    text = readFileSync(join(CONTENT, path), 'utf8');
    known.set(path, text);
  }
  return text;
}

/** Names of the files in a content folder that end in `extension`, sorted. */
export function listContent(folder: string, extension: string): readonly string[] {
  return readdirSync(join(CONTENT, folder))
    .filter((name) => name.endsWith(extension))
    .sort();
}

/** Names of the folders in a content folder, sorted. */
export function listContentFolders(folder: string): readonly string[] {
  return readdirSync(join(CONTENT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Paths (from `content/`) of all files below a content folder that end in `extension`, sorted; none where there is no such folder. */
export function listContentFiles(folder: string, extension: string): readonly string[] {
  if (!existsSync(join(CONTENT, folder))) return [];
  return readdirSync(join(CONTENT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}
