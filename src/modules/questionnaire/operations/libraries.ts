/** The libraries of items that ship with the product (`content/library/`). */
import { type ItemLibrary, parseItemLibrary } from '../../../core/content-schema/index.ts';
import { listContent, readContent } from '../../../kernel/content.ts';

/** All libraries, sorted by file name. @throws ContentError when a file is broken. */
export function readItemLibraries(): readonly ItemLibrary[] {
  return listContent('library', '.yaml').map((name) => parseItemLibrary(readContent(`library/${name}`)));
}
