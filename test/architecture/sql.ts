/** Reads the project's migrations: which tables there are, and how they are keyed. */
import { filesBelow, moduleOf, textOf } from './source.ts';

export interface Table {
  readonly name: string;
  readonly file: string;
  /** `kernel` or the id of the module. */
  readonly owner: string;
  readonly columns: readonly string[];
  readonly primaryKey: readonly string[];
  readonly uniqueKeys: readonly (readonly string[])[];
}

export interface Reference {
  readonly file: string;
  readonly owner: string;
  readonly columns: readonly string[];
  readonly to: string;
}

export const migrationFolders = (): string[] => [
  ...new Set(filesBelow('src', /\.sql$/).map((path) => path.slice(0, path.lastIndexOf('/')))),
];

export const ownerOf = (path: string): string => moduleOf(path) ?? 'kernel';

const withoutComments = (sql: string): string => sql.replace(/--[^\n]*/g, '');
const names = (list: string): string[] => list.split(',').map((name) => name.trim());

/** Splits at commas that stand outside parentheses and quotes. */
function parts(body: string): string[] {
  const found: string[] = [''];
  let depth = 0;
  let quoted = false;
  for (const character of body) {
    if (character === "'") quoted = !quoted;
    if (!quoted && character === '(') depth += 1;
    if (!quoted && character === ')') depth -= 1;
    if (!quoted && depth === 0 && character === ',') found.push('');
    else found[found.length - 1] += character;
  }
  return found.map((part) => part.trim().replace(/\s+/g, ' '));
}

/** The text between the parenthesis at `open` and the one that closes it. */
function inside(sql: string, open: number): string {
  let depth = 0;
  for (let at = open; at < sql.length; at += 1) {
    if (sql[at] === '(') depth += 1;
    if (sql[at] === ')') depth -= 1;
    if (depth === 0) return sql.slice(open + 1, at);
  }
  throw new Error('parenthesis without end');
}

const key = (part: string, start: RegExp): string[] | null => {
  const list = new RegExp(`${start.source}\\s*\\(([^)]*)\\)`, 'i').exec(part);
  return list === null ? null : names(list[1] ?? '');
};

export function tables(): Table[] {
  return filesBelow('src', /\.sql$/).flatMap((file) => {
    const sql = withoutComments(textOf(file));
    return [...sql.matchAll(/create table (?:if not exists )?(\w+)\s*\(/gi)].map((match) => {
      const name = match[1] ?? '';
      const body = parts(inside(sql, match.index + match[0].length - 1));
      const constraint = /^(primary key|unique|foreign key|check|constraint|exclude)\b/i;
      const columns = body.filter((part) => !constraint.test(part));
      const word = (part: string): string => part.split(' ')[0] ?? '';
      const inline = columns.find((part) => /\bprimary key\b/i.test(part));
      const indexes = [...sql.matchAll(new RegExp(`create unique index \\w+ on ${name}\\s*\\(`, 'gi'))].map((index) =>
        parts(inside(sql, index.index + index[0].length - 1)),
      );
      return {
        name,
        file,
        owner: ownerOf(file),
        columns: columns.map(word),
        primaryKey:
          inline === undefined
            ? (body.map((part) => key(part, /^(?:constraint \w+ )?primary key/)).find((it) => it !== null) ?? [])
            : [word(inline)],
        uniqueKeys: [
          ...columns.filter((part) => /\bunique\b/i.test(part)).map((part) => [word(part)]),
          ...body.flatMap((part) => {
            const list = key(part, /^(?:constraint \w+ )?unique/);
            return list === null ? [] : [list];
          }),
          ...indexes,
        ],
      };
    });
  });
}

/** Foreign keys, of tables and of later alterations. */
export function references(): Reference[] {
  return filesBelow('src', /\.sql$/).flatMap((file) => {
    const sql = withoutComments(textOf(file)).replace(/\s+/g, ' ');
    const of = (columns: readonly string[], to: string): Reference => ({ file, owner: ownerOf(file), columns, to });
    const keys = [...sql.matchAll(/foreign key \(([^)]*)\) references (\w+)/gi)];
    const inline = [
      ...sql.replace(/foreign key \([^)]*\) references \w+/gi, '').matchAll(/(\w+) [^,(]*references (\w+)/gi),
    ];
    return [
      ...keys.map((match) => of(names(match[1] ?? ''), match[2] ?? '')),
      ...inline.map((match) => of([match[1] ?? ''], match[2] ?? '')),
    ];
  });
}
