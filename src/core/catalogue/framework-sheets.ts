/** The workbook of a framework as another tool reads it: tabs that describe, and tabs with a column of depths. */
import { cellText, type SheetContent } from '../exchange/index.ts';
import { assemble, type CatalogueRow } from './assemble.ts';
import { NOTHING_SAID, type ReadCatalogue, type RefusedRow } from './model.ts';
import { plainLine, plainText } from './plain.ts';

interface Found {
  readonly content: SheetContent;
  readonly about: ReadonlyMap<string, string>;
}

/** Both forms: tabs in pairs `…_meta` and `…_content`, or a first tab `library_content` that names the others. */
function find(sheets: readonly SheetContent[]): Found | null {
  const named = (name: string) => sheets.find((sheet) => sheet.name === name);
  const library = named('library_meta');
  if (library !== undefined) {
    const meta = sheets.find((sheet) => sheet.name.endsWith('_meta') && pairsOf(sheet).get('type') === 'framework');
    const content = meta === undefined ? undefined : named(meta.name.replace(/_meta$/u, '_content'));
    if (meta === undefined || content === undefined) return null;
    const [own, whole] = [pairsOf(meta), pairsOf(library)];
    return { content, about: new Map([...whole, ['framework_name', own.get('name') ?? '']]) };
  }
  const first = named('library_content');
  if (first === undefined) return null;
  const pairs = pairsOf(first);
  const tab = first.lines
    .map(({ cells }) => [1, 2, 3].map((at) => plainLine(cellText(cells.get(at) ?? null))))
    .find(([key, , kind]) => key === 'tab' && kind === 'requirements')?.[1];
  const content = tab === undefined ? undefined : named(tab);
  if (content === undefined) return null;
  return { content, about: new Map([...pairs].map(([key, value]) => [key.replace(/^library_/u, ''), value])) };
}

export function isFrameworkWorkbook(sheets: readonly SheetContent[]): boolean {
  return find(sheets) !== null;
}

/** @throws CatalogueError */
export function readFrameworkWorkbook(sheets: readonly SheetContent[]): ReadCatalogue | null {
  const found = find(sheets);
  if (found === null) return null;
  const { content, about } = found;
  const [headings, ...lines] = content.lines;
  const columns = new Map(
    [...(headings?.cells ?? [])].map(([at, cell]) => [plainLine(cellText(cell)).toLowerCase(), at]),
  );
  const refused: RefusedRow[] = [];
  const rows = lines.flatMap(({ row, cells }): CatalogueRow[] => {
    const text = (name: string): string => {
      const at = columns.get(name);
      return at === undefined ? '' : plainText(cellText(cells.get(at) ?? null));
    };
    const number = plainLine(text('ref_id'));
    const title = plainLine(text('name'));
    const place = `${content.name} ${row}行目`;
    if (number === '' && title === '' && text('description') === '') return [];
    const depth = Number(text('depth'));
    if (!Number.isInteger(depth) || depth < 1) {
      const reason = `深さ（depth）「${text('depth').slice(0, 20)}」を1以上の数として読めません。`;
      refused.push({ place, subject: [number, title].filter(Boolean).join('　').slice(0, 120), reason });
      return [];
    }
    return [
      {
        place,
        sourceId: number || text('urn_id') || `row ${row}`,
        number: number === '' ? null : number,
        title,
        text: text('description'),
        guidance: [text('annotation'), text('typical_evidence')].filter(Boolean).join('\n'),
        level: depth - 1,
        required: /^x$/iu.test(text('assessable')),
        references: text('reference_controls').split(/[\s,]+/u),
      },
    ];
  });
  const said = (key: string): string => about.get(key) ?? '';
  return {
    format: 'framework-sheet',
    about: {
      ...NOTHING_SAID,
      title: (said('framework_name') || said('name')).slice(0, 200),
      issuer: said('provider').slice(0, 200),
      edition: [said('ref_id'), said('version') === '' ? '' : `第${said('version')}版`]
        .filter(Boolean)
        .join(' ')
        .slice(0, 200),
      licence: said('copyright').slice(0, 2000),
      source: said('urn').slice(0, 500),
    },
    ...assemble(rows, refused),
  };
}

/** Keys and values in the first two columns. */
function pairsOf(sheet: SheetContent): ReadonlyMap<string, string> {
  return new Map(
    sheet.lines.map(({ cells }) => [
      plainLine(cellText(cells.get(1) ?? null)),
      plainText(cellText(cells.get(2) ?? null)),
    ]),
  );
}
