/** Specifications as the engagement works with them: read from their module, parsed once for each content. */
import {
  parseSpecification,
  type Readings,
  resolveSpecification,
  type Specification,
  SpecificationError,
  type SpecificationSource,
} from '../../core/specification/index.ts';
import { AppError } from '../../kernel/error.ts';
import type { Context } from '../../kernel/module.ts';
import { specificationContract } from '../specification/contract.ts';

/** By hash: a published specification never changes, and the same content has the same readings. */
const sources = new Map<string, SpecificationSource>();
const resolved = new Map<string, Specification>();
/** Far more than one installation has; the oldest are read again when they are asked for. */
const KEPT = 200;

/** @throws AppError `record.missing` for an unknown id. */
export async function specificationSource(context: Context, id: string): Promise<SpecificationSource> {
  const { sha256 } = await context.client(specificationContract).getRevision({ specification: id });
  return await sourceOf(context, id, sha256);
}

/** The specification under chosen readings. @throws AppError `input.invalid` for a reading that does not exist. */
export async function specificationUnder(context: Context, id: string, readings: Readings): Promise<Specification> {
  const { sha256 } = await context.client(specificationContract).getRevision({ specification: id });
  const key = `${sha256} ${JSON.stringify(Object.entries(readings).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
  const known = resolved.get(key);
  if (known !== undefined) return known;
  return keep(resolved, key, underReadings(await sourceOf(context, id, sha256), readings));
}

async function sourceOf(context: Context, id: string, sha256: string): Promise<SpecificationSource> {
  const known = sources.get(sha256);
  if (known !== undefined) return known;
  const { body } = await context.client(specificationContract).readSpecification({ specification: id });
  return keep(sources, sha256, parseSpecification(body));
}

function underReadings(source: SpecificationSource, readings: Readings): Specification {
  try {
    return resolveSpecification(source, readings);
  } catch (error) {
    if (!(error instanceof SpecificationError)) throw error;
    throw new AppError('input.invalid', { fields: error.problems.map((message) => ({ path: 'readings', message })) });
  }
}

function keep<T>(map: Map<string, T>, key: string, value: T): T {
  const [oldest] = map.keys();
  if (map.size >= KEPT && oldest !== undefined) map.delete(oldest);
  map.set(key, value);
  return value;
}
