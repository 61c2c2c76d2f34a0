/** The specifications that ship with the product. Their file is named after their id. */
import { createHash } from 'node:crypto';
import { parseSpecification, resolveSpecification, type Specification } from '../../core/specification/index.ts';
import { listContent, readContent } from '../../kernel/content.ts';

export type Bundled = { body: string; sha256: string };

let files: ReadonlyMap<string, Bundled> | null = null;
let parsed: readonly Specification[] | null = null;

/** Text and hash by id, without reading into any: an engagement asks for one of them at every request. */
export function bundledSpecifications(): ReadonlyMap<string, Bundled> {
  files ??= new Map(
    listContent('specifications', '.yaml').map((name) => {
      const body = readContent(`specifications/${name}`);
      return [name.replace(/\.yaml$/u, ''), { body, sha256: createHash('sha256').update(body).digest('hex') }];
    }),
  );
  return files;
}

/** All of them under their default readings, parsed once. */
export function readBundled(): readonly Specification[] {
  parsed ??= [...bundledSpecifications().values()].map(({ body }) => resolveSpecification(parseSpecification(body)));
  return parsed;
}
