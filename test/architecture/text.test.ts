import { describe, expect, it } from 'vitest';
import { Visitor } from 'vite';
import { z } from 'zod';
import { discoverModules } from '../../src/kernel/discovery.ts';
import { expectNone, filesBelow, isTest, lineOf, parse, sourceFiles, textOf } from './source.ts';

const HAND_WRITTEN = /\.(tsx?|mjs|css|sql)$/;
const code = [
  ...['src', 'test', 'tools', 'bench'].flatMap((folder) => filesBelow(folder, HAND_WRITTEN)),
  ...filesBelow('content', /\.ts$/),
];
const documents = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'GLOSSARY.md', 'SECURITY.md'],
  ...['changes', 'content', 'src'].flatMap((folder) => filesBelow(folder, /\.md$/)),
];

describe('files', () => {
  it('stay readable: at most 400 lines', () => {
    expectNone(
      code
        .filter((path) => !path.endsWith('.fixture.ts'))
        .map((path) => ({ path, lines: textOf(path).trimEnd().split('\n').length }))
        .filter(({ lines }) => lines > 400)
        .map(({ path, lines }) => `${path}: ${lines} lines`),
    );
  });

  it('have names in kebab-case', () => {
    expectNone([...code, ...filesBelow('content')].filter((path) => !/^[a-z0-9./-]+(README\.md)?$/.test(path)));
  });

  it('say nothing unfinished and nothing of a machine', () => {
    // Written so that this line does not find itself.
    const words = /\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b|lorem i[p]sum/;
    const places = /(^|[^\w.*/-])\/(home|Users|work|root)\/[\w.]/;
    expectNone(
      [...code, ...documents].flatMap((path) =>
        textOf(path)
          .split('\n')
          .flatMap((line, index) =>
            words.test(line) || places.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
          ),
      ),
    );
  });
});

describe('the source', () => {
  /** Names of XML vocabularies, addresses of this machine, and names that are reserved for examples. */
  const HARMLESS = new RegExp(
    [
      '^https?://(schemas\\.openxmlformats\\.org|schemas\\.microsoft\\.com|www\\.w3\\.org|purl\\.org)/',
      '^https?://(localhost|127\\.0\\.0\\.1)',
      '^https?://([a-z0-9-]+\\.)*example(\\.[a-z]+)*(?![a-z.])',
    ].join('|'),
  );

  it('names no outside address', () => {
    expectNone(
      [...sourceFiles().filter((path) => !isTest(path)), ...filesBelow('src', /\.(css|html|svg)$/)].flatMap((path) =>
        [...textOf(path).matchAll(/https?:\/\/[a-z0-9.-]+[^\s"'`)<]*/gi)]
          .filter(([address]) => !HARMLESS.test(address))
          .map((match) => `${path}:${lineOf(path, match.index)}: ${match[0]}`),
      ),
    );
  });

  /** Values that contracts name (指摘, 意見): a page compares and sends them, whatever it shows for them. */
  const valuesOf = (node: unknown, found: Set<string>): Set<string> => {
    if (Array.isArray(node)) for (const item of node) valuesOf(item, found);
    else if (typeof node === 'object' && node !== null) {
      for (const [name, value] of Object.entries(node)) {
        const values: readonly unknown[] = name === 'enum' && Array.isArray(value) ? value : [value];
        if (name === 'enum' || name === 'const') for (const one of values) if (typeof one === 'string') found.add(one);
        valuesOf(value, found);
      }
    }
    return found;
  };

  // Navigation is part of the first load, without the module's other words: it stands in module.tsx.
  it('of the browser keeps Japanese in *.ja.ts and navigation', async () => {
    const values = new Set<string>();
    for (const { contract } of await discoverModules()) {
      for (const { input, output, kind } of Object.values(contract.operations)) {
        valuesOf(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }), values);
        if (kind !== 'download') valuesOf(z.toJSONSchema(output, { unrepresentable: 'any' }), values);
      }
    }
    const japanese = /[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff]/;
    const pages = sourceFiles().filter(
      (path) => /^src\/(modules\/[^/]+\/)?web\//.test(path) && !isTest(path) && !/\.ja\.ts$|\/module\.tsx$/.test(path),
    );
    expectNone(
      pages.flatMap((path) => {
        const found: string[] = [];
        const compared = new Set<number>();
        const look = (text: string, offset: number): void => {
          if (!compared.has(offset) && japanese.test(text))
            found.push(`${path}:${lineOf(path, offset)}: ${text.trim().slice(0, 40)}`);
        };
        new Visitor({
          // A value that is compared is not shown.
          BinaryExpression({ operator, left, right }) {
            if (operator === '===' || operator === '!==') compared.add(left.start).add(right.start);
          },
          Literal: (node) =>
            typeof node.value === 'string' && !values.has(node.value) ? look(node.value, node.start) : undefined,
          TemplateElement: (node) => look(node.value.raw, node.start),
          JSXText: (node) => look(node.value, node.start),
        }).visit(parse(path).program);
        return found;
      }),
    );
  });
});

describe('GLOSSARY.md', () => {
  it('names only what the code has', () => {
    const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
    const sources = plain([...sourceFiles(), ...filesBelow('content', /\.yaml$/)].map(textOf).join(' '));
    const named = [...textOf('GLOSSARY.md').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(50);
    expectNone(named.filter((name) => !sources.includes(plain(name))));
  });
});

describe('README.md', () => {
  it('names every setting and every command', () => {
    const settings = [...textOf('src/kernel/config.ts').matchAll(/^  ([A-Z][A-Z0-9_]+): /gm)].map(
      (match) => match[1] ?? '',
    );
    const commands = filesBelow('src/cli/commands', /\.ts$/).flatMap(
      (path) => /^  name: '([^']+)',$/m.exec(textOf(path))?.[1] ?? [],
    );
    expect(settings.length).toBeGreaterThan(10);
    expect(commands.length).toBeGreaterThan(5);
    const readme = textOf('README.md');
    expectNone([...settings, ...commands].filter((name) => !readme.includes(`\`${name}`)));
  });
});

describe('package.json', () => {
  const manifest = JSON.parse(textOf('package.json')) as Readonly<Record<string, Readonly<Record<string, string>>>>;

  it('names exact versions', () => {
    expectNone(
      ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((group) =>
        Object.entries(manifest[group] ?? {})
          .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
          .map(([name, version]) => `${name} ${version}`),
      ),
    );
  });

  it('has a lock that names no registry', () => {
    const lock = JSON.parse(textOf('package-lock.json')) as {
      readonly packages: Readonly<Record<string, { readonly resolved?: string }>>;
    };
    expectNone(Object.entries(lock.packages).flatMap(([path, { resolved }]) => (resolved === undefined ? [] : [path])));
  });
});
