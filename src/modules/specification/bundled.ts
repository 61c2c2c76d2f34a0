/** The specifications that ship with the product, read once. */
import { createHash } from 'node:crypto';
import { parseSpecification, resolveSpecification, type Specification } from '../../core/specification/index.ts';
import { listContent, readContent } from '../../kernel/content.ts';

export type Bundled = { specification: Specification; body: string; sha256: string };

let known: ReadonlyMap<string, Bundled> | null = null;

export function bundledSpecifications(): ReadonlyMap<string, Bundled> {
  known ??= new Map(
    listContent('specifications', '.yaml').map((name) => {
      const body = readContent(`specifications/${name}`);
      const specification = resolveSpecification(parseSpecification(body));
      return [specification.id, { specification, body, sha256: createHash('sha256').update(body).digest('hex') }];
    }),
  );
  return known;
}
