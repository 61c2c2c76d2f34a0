/** What a workbook consists of: its sheets in their order, and the parts that all of them share. */
import { posix } from 'node:path';
import type { Parts } from './archive.ts';
import { unreadable } from './model.ts';
import { local, walk } from './xml.ts';

const BOOK = 'xl/workbook.xml';

export interface Book {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[];
  readonly texts: string | null;
  readonly looks: string | null;
  /** Days are counted from 1904, as old Macintosh files do. */
  readonly from1904: boolean;
}

export async function readBook(parts: Parts): Promise<Book> {
  const related = await relationsOf(parts);
  const sheets: Book['sheets'][number][] = [];
  let from1904 = false;
  const found = await walk(parts, BOOK, {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.includes(':') && local(key) === 'id')?.[1] ?? '';
      const relation = related.find((each) => each.id === id);
      if (relation === undefined) throw unreadable();
      // A sheet that is one large chart has no cells.
      if (relation.kind !== 'worksheet') return;
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', hidden, part: relation.part });
    },
  });
  if (!found) throw unreadable();
  const partOf = (kind: string): string | null => related.find((each) => each.kind === kind)?.part ?? null;
  return { sheets, texts: partOf('sharedStrings'), looks: partOf('styles'), from1904 };
}

interface Relation {
  readonly id: string;
  /** The last word of its type, which is the same in both dialects of the format. */
  readonly kind: string;
  readonly part: string;
}

async function relationsOf(parts: Parts): Promise<readonly Relation[]> {
  const relations: Relation[] = [];
  await walk(parts, 'xl/_rels/workbook.xml.rels', {
    open: (element, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (element !== 'Relationship') return;
      relations.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), part: resolved(target) });
    },
  });
  return relations;
}

/** Targets are told from the folder of the workbook, or from the root. */
const resolved = (target: string): string => posix.resolve(`/${posix.dirname(BOOK)}`, target).slice(1);
