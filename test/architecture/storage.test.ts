import { describe, expect, it } from 'vitest';
import { type ESTree, Visitor } from 'vite';
import { TENANTLESS_TABLES } from '../../src/kernel/tenancy.ts';
import { expectNone, filesBelow, isTest, lineOf, moduleOf, parse, sourceFiles, textOf } from './source.ts';
import { migrationFolders, ownerOf, references, tables } from './sql.ts';

const TENANTLESS: ReadonlySet<string> = new Set(TENANTLESS_TABLES);
const all = tables();
const ownerOfTable = new Map(all.map((table) => [table.name, table.owner]));

/** Where SQL may stand: store files of a module, its migrations, and the kernel. */
const isStore = (path: string): boolean => /^src\/modules\/[^/]+\/(store(-[a-z-]+)?\.ts$|store\/)/.test(path);
const isKernel = (path: string): boolean => path.startsWith('src/kernel/');

const STATEMENTS = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'selectNoFrom']);
const JOINS = new Set(['innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin', 'using', 'from']);
/** Statements that could reach another tenant's rows. Inserts are held by the database's own check. */
const REACHING = new Set(['selectFrom', 'updateTable', 'deleteFrom']);
const CONDITIONS = /^(where|whereRef|on|onRef)$|Join$/;

interface Statement {
  readonly path: string;
  readonly line: number;
  readonly name: string;
  /** Tables named literally; null where the name is computed. */
  readonly tables: readonly string[] | null;
  /** Texts of the conditions in the chain of calls that the statement starts. */
  readonly conditions: readonly string[];
}

const files = sourceFiles().filter((path) => !isTest(path));
const statements = files.flatMap(statementsOf);

function statementsOf(path: string): Statement[] {
  const text = textOf(path);
  const found: Statement[] = [];
  /** Each chain of calls is visited from its end; the starts inside it share its conditions. */
  const seen = new Set<ESTree.CallExpression>();
  new Visitor({
    CallExpression(end) {
      if (seen.has(end)) return;
      const conditions: string[] = [];
      let call: ESTree.Expression = end;
      while (call.type === 'CallExpression') {
        seen.add(call);
        const callee: ESTree.Expression = call.callee;
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') break;
        const name = callee.property.name;
        const words = call.arguments.map((argument) => text.slice(argument.start, argument.end));
        if (CONDITIONS.test(name)) conditions.push(words.join(' '));
        if (STATEMENTS.has(name)) {
          found.push({
            path,
            line: lineOf(path, callee.property.start),
            name,
            tables: literals(words[0] ?? ''),
            conditions,
          });
        }
        if (isStore(path) && JOINS.has(name) && words[0]?.startsWith("'") === true) {
          found.push({
            path,
            line: lineOf(path, callee.property.start),
            name,
            tables: literals(words[0] ?? ''),
            conditions,
          });
        }
        call = callee.object;
      }
    },
    TaggedTemplateExpression(node) {
      if (node.tag.type !== 'Identifier' || node.tag.name !== 'sql') return;
      const sql = text.slice(node.start, node.end);
      const named = [...sql.matchAll(/\b(?:from|join|into|update)\s+([a-z_]+)\b/gi)].map((match) => match[1] ?? '');
      found.push({ path, line: lineOf(path, node.start), name: 'sql', tables: named, conditions: [sql] });
    },
  }).visit(parse(path).program);
  return found;
}

/** `'task as t'` → task; a list of such names; null for anything computed. */
function literals(argument: string): string[] | null {
  const quoted = [...argument.matchAll(/'([a-z_]+)(?: as [a-z_]+)?'/g)].map((match) => match[1] ?? '');
  return quoted.length === 0 || !/^['[]/.test(argument) ? null : quoted;
}

const at = ({ path, line }: Statement): string => `${path}:${line}`;

describe('this test', () => {
  it('sees the statements and tables that there are', () => {
    const starts = files
      .filter(isStore)
      .flatMap((path) => textOf(path).match(/\.(selectFrom|updateTable|deleteFrom)\(/g) ?? []);
    expect(statements.filter(({ path, name }) => isStore(path) && REACHING.has(name))).toHaveLength(starts.length);
    const created = filesBelow('src', /\.sql$/).flatMap((path) => textOf(path).match(/^create table/gm) ?? []);
    expect(all).toHaveLength(created.length);
    expect(all.every((table) => table.primaryKey.length > 0)).toBe(true);
  });
});

describe('SQL', () => {
  it('stands in store files, migrations and the kernel only', () => {
    expectNone(
      statements.filter(({ path }) => !isStore(path) && !isKernel(path)).map((one) => `${at(one)} ${one.name}`),
    );
  });

  it('is written by hand nowhere outside them', () => {
    const clients = new Set(['pg', 'pg-cursor', 'postgres']);
    expectNone(
      files
        .filter((path) => !isKernel(path))
        .flatMap((path) => parse(path).imports.filter((one) => clients.has(one.to) && !one.typeOnly))
        .map((one) => `${one.from} imports ${one.to}`),
    );
  });

  it('names the tenant in every statement that reads, changes or deletes', () => {
    expectNone(
      statements
        .filter(({ path, name }) => isStore(path) && REACHING.has(name))
        .filter((one) => one.tables === null || one.tables.some((table) => !TENANTLESS.has(table)))
        .filter((one) => !one.conditions.some((condition) => /tenant_id|TENANT/.test(condition)))
        .map((one) => `${at(one)} ${one.name}(${one.tables?.join(', ') ?? '…'}) does not name tenant_id`),
    );
  });

  it("touches a module's own tables only", () => {
    const foreign = statements
      .filter(({ path }) => isStore(path))
      .flatMap((one) =>
        (one.tables ?? [])
          .filter((table) => !mayTouch(moduleOf(one.path) ?? '', table))
          .map((table) => `${at(one)} ${one.name} ${table}, a table of ${ownerOfTable.get(table) ?? ''}`),
      );
    expectNone([...foreign, ...declaredForeignTables()]);
  });
});

/** Kysely reaches only tables that an interface `…Tables` of the store declares. */
function declaredForeignTables(): string[] {
  return files.filter(isStore).flatMap((path) => {
    const found: string[] = [];
    new Visitor({
      TSInterfaceDeclaration(node) {
        if (!node.id.name.endsWith('Tables')) return;
        for (const member of node.body.body) {
          if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') continue;
          const table = member.key.name;
          if (!ownerOfTable.has(table)) found.push(`${path}: no migration makes the table ${table}`);
          else if (!mayTouch(moduleOf(path) ?? '', table))
            found.push(`${path} declares ${table}, a table of ${ownerOfTable.get(table)}`);
        }
      },
    }).visit(parse(path).program);
    return found;
  });
}

/** Own tables, and of the kernel's the list of municipalities and the files. Names that are no table (a CTE) pass. */
function mayTouch(module: string, table: string): boolean {
  const owner = ownerOfTable.get(table);
  if (owner === undefined || owner === module) return true;
  return owner === 'kernel' && ['tenant', 'file', 'server_note'].includes(table);
}

describe('migrations', () => {
  it('are numbered without gaps', () => {
    expectNone(
      migrationFolders().flatMap((folder) =>
        filesBelow(folder).flatMap((path, index) => {
          const expected = String(index + 1).padStart(4, '0');
          return new RegExp(`/${expected}-[a-z0-9-]+\\.sql$`).test(path)
            ? []
            : [`${path} should begin with ${expected}-`];
        }),
      ),
    );
  });

  it('give every table the tenant as the first part of each key', () => {
    expectNone(
      all
        .filter((table) => !TENANTLESS.has(table.name))
        .flatMap((table) => [
          ...(table.columns.includes('tenant_id') ? [] : [`${table.file}: ${table.name} has no tenant_id`]),
          ...[table.primaryKey, ...table.uniqueKeys]
            .filter((columns) => columns[0] !== 'tenant_id')
            .map(
              (columns) => `${table.file}: key (${columns.join(', ')}) of ${table.name} does not begin with tenant_id`,
            ),
        ]),
    );
  });

  it('refer to own tables, the engagement and the departments only, together with the tenant', () => {
    const shared = new Set(['tenant', 'engagement', 'department']);
    expectNone(
      references()
        .filter(({ columns, to, owner }) => {
          const tenantOnly = to === 'tenant' && columns.length === 1 && columns[0] === 'tenant_id';
          const known = shared.has(to) || ownerOfTable.get(to) === owner;
          return !tenantOnly && (!known || columns[0] !== 'tenant_id');
        })
        .map(({ file, columns, to }) => `${file}: (${columns.join(', ')}) references ${to}`),
    );
  });

  it('name each table once in the whole product', () => {
    expectNone(
      all
        .filter((table, index) => all.findIndex((other) => other.name === table.name) !== index)
        .map((table) => `${table.file}: ${table.name}`),
    );
  });

  it('belong to a module that hands them over', () => {
    expectNone(
      migrationFolders()
        .filter((folder) => ownerOf(`${folder}/`) !== 'kernel')
        .map((folder) => folder.replace(/migrations$/, 'server.ts'))
        .filter(
          (path) => !filesBelow('src/modules').includes(path) || !textOf(path).includes("new URL('./migrations/'"),
        )
        .map((path) => `${path} hands over no migrations`),
    );
  });
});
