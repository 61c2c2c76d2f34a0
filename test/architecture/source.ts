/** The project's own files as the architecture tests see them: paths, text, syntax tree, imports. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { type ESTree, parseSync } from 'vite';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every file below a folder of the project, as paths from its root with `/`, sorted. */
export function filesBelow(folder: string, name: RegExp = /./): string[] {
  const start = join(ROOT, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/'))
    .sort();
}

const texts = new Map<string, string>();

export function textOf(path: string): string {
  let text = texts.get(path);
  if (text === undefined) {
    text = readFileSync(join(ROOT, path), 'utf8');
    texts.set(path, text);
  }
  return text;
}

/** Tests, and what only tests use. */
export const isTest = (path: string): boolean =>
  /\.test\.tsx?$|\/testing\/|\/test-[a-z-]+\.ts$|\.fixture\.ts$|^test\/|^bench\//.test(path);

/** `audit` for every file of that module, null outside modules. */
export const moduleOf = (path: string): string | null => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null;

export const moduleFolders = (): string[] =>
  readdirSync(join(ROOT, 'src/modules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

export const sourceFiles = (): string[] => filesBelow('src', /\.tsx?$/).filter((path) => !path.endsWith('.d.ts'));

export interface Import {
  readonly from: string;
  /** A path from the root for a file of the project, otherwise the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
  /** Erased before the program runs. */
  readonly typeOnly: boolean;
}

export interface Parsed {
  readonly program: ESTree.Program;
  readonly imports: readonly Import[];
}

const parsed = new Map<string, Parsed>();

export function parse(path: string): Parsed {
  const known = parsed.get(path);
  if (known !== undefined) return known;
  const text = textOf(path);
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map((error) => error.message).join(', ')}`);
  const target = (to: string, typeOnly: boolean): Import => {
    if (!to.startsWith('.')) return { from: path, to, isPackage: true, typeOnly };
    return { from: path, to: normalize(join(dirname(path), to)).replaceAll('\\', '/'), isPackage: false, typeOnly };
  };
  const imports = [
    ...module.staticImports.map(({ moduleRequest, entries, start }) =>
      target(
        moduleRequest.value,
        text.startsWith('import type', start) || (entries.length > 0 && entries.every((entry) => entry.isType)),
      ),
    ),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) =>
        entry.moduleRequest === null ? [] : [target(entry.moduleRequest.value, entry.isType)],
      ),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) => {
      const literal = /^(['"])(.+)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
      return literal === null ? [] : [target(literal[2] ?? '', false)];
    }),
  ];
  const result = { program, imports };
  parsed.set(path, result);
  return result;
}

/** What is loaded with a file at run time: its value imports and theirs, each with the file that asked for it. */
export function loadedWith(start: string): Import[] {
  const seen = new Set<string>([start]);
  const found: Import[] = [];
  const visit = (path: string): void => {
    for (const one of parse(path).imports) {
      if (one.typeOnly) continue;
      found.push(one);
      if (one.isPackage || seen.has(one.to) || !/\.tsx?$/.test(one.to) || !existsSync(join(ROOT, one.to))) continue;
      seen.add(one.to);
      visit(one.to);
    }
  };
  visit(start);
  return found;
}

export const lineOf = (path: string, offset: number): number => textOf(path).slice(0, offset).split('\n').length;

/** Fails with one line per problem, so that the list can be worked through. */
export function expectNone(problems: readonly string[]): void {
  expect(problems, `\n${problems.join('\n')}\n`).toHaveLength(0);
}
