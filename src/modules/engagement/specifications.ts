/** The specifications that ship with the product, parsed once. */
import {
  parseSpecification,
  type Readings,
  resolveSpecification,
  type Specification,
  SpecificationError,
  type SpecificationSource,
} from '../../core/specification/index.ts';
import { listContent, readContent } from '../../kernel/content.ts';
import { AppError } from '../../kernel/error.ts';

let known: ReadonlyMap<string, SpecificationSource> | null = null;

export function specificationSources(): ReadonlyMap<string, SpecificationSource> {
  known ??= new Map(
    listContent('specifications', '.yaml').map((name) => {
      const source = parseSpecification(readContent(`specifications/${name}`));
      return [source.id, source];
    }),
  );
  return known;
}

/** @throws AppError `record.missing` for an unknown id. */
export function specificationSource(id: string): SpecificationSource {
  const source = specificationSources().get(id);
  if (source === undefined) throw new AppError('record.missing', { internal: 'specification' });
  return source;
}

const resolved = new Map<string, Specification>();

/** The specification under chosen readings. @throws AppError `input.invalid` for a reading that does not exist. */
export function specificationUnder(id: string, readings: Readings): Specification {
  const key = `${id} ${JSON.stringify(Object.entries(readings).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
  let specification = resolved.get(key);
  if (specification === undefined) {
    const source = specificationSource(id);
    try {
      specification = resolveSpecification(source, readings);
    } catch (error) {
      if (!(error instanceof SpecificationError)) throw error;
      throw new AppError('input.invalid', { fields: error.problems.map((message) => ({ path: 'readings', message })) });
    }
    resolved.set(key, specification);
  }
  return specification;
}
