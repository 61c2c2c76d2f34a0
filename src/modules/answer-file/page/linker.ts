/**
 * Makes one script of a source file and what it imports: types are taken away as the runtime itself does it, each file becomes
 * a function, so that the page runs the very rules that the server checks with. Only files of the project; a package, a
 * circle or an unknown kind of export is an error.
 */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

export function linkScript(entry: URL): string {
  const names = new Map<string, string>();
  const open = new Set<string>();
  const parts: string[] = [];
  const add = (file: URL): string => {
    const known = names.get(file.href);
    if (known !== undefined) return known;
    if (open.has(file.href)) throw new Error(`${file.href} imports itself`);
    open.add(file.href);
    const body = rewrite(stripTypeScriptTypes(readFileSync(file, 'utf8')), (specifier) => {
      if (!specifier.startsWith('.')) throw new Error(`${file.href} imports the package ${specifier}`);
      return add(new URL(specifier, file));
    });
    const name = `part${names.size}`;
    names.set(file.href, name);
    parts.push(`const ${name} = (() => {\n${body}\n})();`);
    return name;
  };
  add(entry);
  return `'use strict';\n(() => {\n${parts.join('\n')}\n})();\n`;
}

const IMPORT = /^import\s*\{([^}]*)\}\s*from\s*'([^']+)';?[^\S\n]*$/gmu;
const REEXPORT = /^export\s*\{([^}]*)\}\s*from\s*'([^']+)';?[^\S\n]*$/gmu;
const EXPORT = /^export\s+(?=(?:async\s+)?(?:function|const|class)\b)/gmu;
const NAME = /^export\s+(?:async\s+)?(?:function|const|class)\s+([\w$]+)/gmu;

function rewrite(code: string, place: (specifier: string) => string): string {
  const given = [...code.matchAll(NAME)].map(([, name = '']) => name);
  const passed: string[] = [];
  const body = code
    .replaceAll(REEXPORT, (_, list: string, specifier: string) => {
      const from = place(specifier);
      for (const [name, as] of namesIn(list)) passed.push(`${as}: ${from}.${name}`);
      return '';
    })
    .replaceAll(IMPORT, (_, list: string, specifier: string) => {
      const taken = namesIn(list).map(([name, as]) => (name === as ? name : `${name}: ${as}`));
      // Taken even when only types were wanted: a file may act when it is loaded.
      const from = place(specifier);
      return taken.length === 0 ? '' : `const { ${taken.join(', ')} } = ${from};`;
    })
    .replaceAll(EXPORT, '');
  const left = /^\s*(?:import|export)\b.*$/mu.exec(body);
  if (left !== null) throw new Error(`this form is not understood: ${left[0]}`);
  const shown = [...given, ...passed].join(', ');
  // What type stripping leaves behind is blanks.
  return `${body.replaceAll(/[^\S\n]+$/gmu, '').replaceAll(/\n{2,}/gu, '\n')}\nreturn { ${shown} };`;
}

function namesIn(list: string): [string, string][] {
  return list
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [name = '', as = name] = one.split(/\s+as\s+/u);
      return [name, as];
    });
}
