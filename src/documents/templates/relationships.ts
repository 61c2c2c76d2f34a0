/** Relationships between the parts of an Office file. */
import type { Parts } from './archive.ts';
import { elementsOf, parseXml } from './xml.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of the type: hyperlink, image, worksheet. */
  readonly type: string;
  /** The part meant, by its name in the file; the address itself where it is outside. */
  readonly target: string;
  readonly external: boolean;
}

export const relationshipsName = (part: string): string => part.replace(/([^/]*)$/u, '_rels/$1.rels');

/** Where a part of a `.rels` file belongs to: `word/_rels/document.xml.rels` → `word/`. */
const folderOf = (rels: string): string => rels.replace(/_rels\/[^/]*$/u, '');

/** What a `.rels` part says, in its order. */
export function readRelationships(parts: Parts, rels: string): readonly Relationship[] {
  const bytes = parts.get(rels);
  if (bytes === undefined) return [];
  return elementsOf(parseXml(bytes, rels), 'Relationship').map((element) => {
    const external = element.getAttribute('TargetMode') === 'External';
    const target = element.getAttribute('Target') ?? '';
    return {
      id: element.getAttribute('Id') ?? '',
      type: (element.getAttribute('Type') ?? '').replace(/^.*\//u, ''),
      target: external ? target : resolve(folderOf(rels), target),
      external,
    };
  });
}

/** The relationships that start at a part. */
export const relationshipsOf = (parts: Parts, part: string): readonly Relationship[] =>
  readRelationships(parts, relationshipsName(part));

function resolve(folder: string, target: string): string {
  if (/^[a-z][a-z0-9+.-]*:|^\\|^\/\//iu.test(target)) return target;
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Whether a target that should be a part of the file points out of it. */
export const pointsOutside = (target: string): boolean => /^[a-z][a-z0-9+.-]*:|^\\|^\/\//iu.test(target);
