import { describe, expect, it } from 'vitest';
import { discoverModules } from '../../src/kernel/discovery.ts';
import {
  expectNone,
  filesBelow,
  type Import,
  isTest,
  loadedWith,
  moduleFolders,
  moduleOf,
  parse,
  sourceFiles,
  textOf,
} from './source.ts';

const modules = await discoverModules();
const dependsOn = new Map(modules.map((module) => [module.contract.id, new Set(module.dependsOn)]));

/** `src/core/…` → `core`, `src/modules/audit/…` → `modules`, `content/…` → `content`. */
const zoneOf = (path: string): string => /^(?:src\/)?([^/]+)\//.exec(path)?.[1] ?? path;

/** Folders that a folder may import, itself included. Modules have rules of their own below. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  kernel: ['kernel', 'core'],
  documents: ['documents', 'core'],
  importers: ['importers', 'core'],
  server: ['server', 'kernel', 'core'],
  // The command line starts the server, and speaks to modules through their contracts.
  cli: ['cli', 'server', 'kernel', 'core', 'modules'],
  // The browser's shell knows contracts as types; everything else about modules it finds by their folders.
  web: ['web', 'core', 'kernel', 'modules'],
};

/** Packages that only compute. */
const PURE = /^(zod|yaml)(\/|$)/;

const show = ({ from, to }: Import): string => `${from} imports ${to}`;
/** Pages, rules, words and plain values of a module; what a page really loads is checked as well, below. */
const FOR_PAGES = /^(web|rules)\/|^(?!contract|facts|server|store)[a-z-]+(\.ja)?\.ts$/;
const inner = (one: Import): string => one.to.replace(/^src\/modules\/[^/]+\//, '');

const imports = sourceFiles()
  .flatMap((path) => parse(path).imports)
  .filter((one) => !one.isPackage);
const shipped = imports.filter((one) => !isTest(one.from));

type Edge = Pick<Import, 'from' | 'to'>;

/** Files that reach each other by imports: the strongly connected components (Tarjan) of more than one file. */
function circles(edges: readonly Edge[]): string[][] {
  const next = Map.groupBy(edges, ({ from }) => from);
  const order = new Map<string, number>();
  const path: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): number => {
    const own = order.size;
    let lowest = own;
    order.set(file, own);
    path.push(file);
    for (const { to } of next.get(file) ?? []) {
      if (!order.has(to)) lowest = Math.min(lowest, visit(to));
      else if (path.includes(to)) lowest = Math.min(lowest, order.get(to) ?? own);
    }
    if (lowest === own) {
      const circle = path.splice(path.indexOf(file));
      if (circle.length > 1) found.push(circle.toSorted());
    }
    return lowest;
  };
  for (const file of next.keys()) if (!order.has(file)) visit(file);
  return found;
}

describe('files', () => {
  it('never import each other in a circle, not even for types', () => {
    const example = ['ab', 'bc', 'ca', 'da', 'ee'].map(([from = '', to = '']) => ({ from, to }));
    expect(circles(example)).toEqual([['a', 'b', 'c']]);
    const content = filesBelow('content', /\.ts$/).flatMap((path) => parse(path).imports);
    const all = [...shipped, ...content.filter(({ isPackage }) => !isPackage)];
    expectNone(circles(all).map((circle) => circle.join(', ')));
  });
});

describe('folders', () => {
  it('import only what lies below them', () => {
    expectNone(
      shipped
        .filter((one) => {
          const zone = zoneOf(one.from);
          return zone !== 'modules' && ALLOWED[zone]?.includes(zoneOf(one.to)) !== true;
        })
        .map(show),
    );
  });

  it('reach modules through their contracts only, from the command line and from the shell', () => {
    expectNone(
      shipped
        .filter((one) => zoneOf(one.from) !== 'modules' && zoneOf(one.to) === 'modules')
        .filter((one) => inner(one) !== 'contract.ts' || (zoneOf(one.from) === 'web' && !one.typeOnly))
        .map(show),
    );
  });

  it('never ship what only tests use', () => {
    expectNone(shipped.filter((one) => isTest(one.to)).map(show));
  });
});

describe('modules', () => {
  const own = shipped.filter((one) => moduleOf(one.from) !== null);

  it('import core, kernel, documents, importers and themselves, and in pages the browser kit', () => {
    expectNone(
      own
        .filter((one) => {
          const zone = zoneOf(one.to);
          if (zone === 'web') return !one.from.startsWith(`src/modules/${moduleOf(one.from)}/web/`);
          return !['core', 'kernel', 'documents', 'importers', 'modules'].includes(zone);
        })
        .map(show),
    );
  });

  it('import of each other contract.ts and facts.ts only, of modules that dependsOn lists', () => {
    expectNone(
      own
        .filter((one) => moduleOf(one.to) !== null && moduleOf(one.to) !== moduleOf(one.from))
        .filter((one) => {
          const listed = dependsOn.get(moduleOf(one.from) ?? '')?.has(moduleOf(one.to) ?? '') ?? true;
          return !listed || !['contract.ts', 'facts.ts'].includes(inner(one));
        })
        .map(show),
    );
  });

  it('list in dependsOn only what they import or refer to by a foreign key', () => {
    const used = new Set(own.map((one) => `${moduleOf(one.from)} → ${moduleOf(one.to)}`));
    for (const path of filesBelow('src/modules', /\.sql$/)) {
      if (/references department\b/.test(textOf(path))) used.add(`${moduleOf(path)} → people`);
      if (/references engagement\b/.test(textOf(path))) used.add(`${moduleOf(path)} → engagement`);
    }
    const listed = [...dependsOn].flatMap(([id, names]) => [...names].map((name) => `${id} → ${name}`));
    expectNone(listed.filter((pair) => !used.has(pair)));
  });

  it('have their roots: specification and people depend on no module, engagement only on these two', () => {
    expect([...(dependsOn.get('specification') ?? [])]).toEqual([]);
    expect([...(dependsOn.get('engagement') ?? [])].toSorted()).toEqual(['people', 'specification']);
    expect([...(dependsOn.get('people') ?? [])]).toEqual([]);
  });

  it('use the insides of others in tests only to start them', () => {
    expectNone(
      imports
        .filter((one) => isTest(one.from) && moduleOf(one.from) !== null)
        .filter((one) => moduleOf(one.to) !== null && moduleOf(one.to) !== moduleOf(one.from))
        .filter((one) => !/^(contract|facts|server)\.ts$|^testing\//.test(inner(one)))
        .map(show),
    );
  });

  it('are complete: README.md, contract.ts, server.ts', () => {
    const files = new Set(filesBelow('src/modules'));
    expectNone(
      moduleFolders().flatMap((id) =>
        ['README.md', 'contract.ts', 'server.ts']
          .filter((name) => !files.has(`src/modules/${id}/${name}`))
          .map((name) => `src/modules/${id}/${name} is missing`),
      ),
    );
  });
});

describe('the browser', () => {
  const pages = (path: string): boolean => /^src\/web\/|^src\/modules\/[^/]+\/web\//.test(path) && !isTest(path);
  const buildTime = new Set(['src/web/vite.config.ts', 'src/web/check-budget.ts', 'src/web/compressed.ts']);

  it('gets from a module its pages, rules and words; contracts and kernel as types', () => {
    expectNone(
      shipped
        .filter((one) => moduleOf(one.from) !== null && pages(one.from) && !one.typeOnly)
        .filter((one) => {
          if (zoneOf(one.to) === 'core') return false;
          if (zoneOf(one.to) === 'web') return !/^src\/web\/((ui|answering)\/.+|[a-z.-]+\.tsx?)$/.test(one.to);
          if (one.to === 'src/kernel/role.ts') return false;
          return moduleOf(one.to) !== moduleOf(one.from) || !FOR_PAGES.test(inner(one));
        })
        .map(show),
    );
  });

  it('loads no schema library, no database and nothing of Node', () => {
    const allowed = /^(react|react-dom|react-router)(\/|$)/;
    const entries = sourceFiles().filter((path) => pages(path) && !buildTime.has(path));
    const found = new Set(
      entries.flatMap((path) =>
        loadedWith(path)
          .filter((one) => one.isPackage && !allowed.test(one.to) && !/\.(css|svg)$/.test(one.to))
          .map(show),
      ),
    );
    expectNone([...found]);
  });

  it('could load every contract: nothing it needs touches the machine', () => {
    const contracts = sourceFiles().filter((path) => /^src\/modules\/[^/]+\/contract\.ts$/.test(path));
    const found = new Set(
      contracts.flatMap((path) =>
        loadedWith(path)
          .filter((one) => one.isPackage && !PURE.test(one.to))
          .map(show),
      ),
    );
    expectNone([...found]);
  });
});

describe('rules', () => {
  it('touch neither database nor machine, whatever they import', () => {
    const rules = sourceFiles().filter(
      (path) => /^src\/core\/|^src\/modules\/[^/]+\/rules(\.ts$|\/)/.test(path) && !isTest(path),
    );
    const found = new Set(
      rules.flatMap((path) =>
        loadedWith(path)
          .filter((one) => one.isPackage && !PURE.test(one.to))
          .map(show),
      ),
    );
    expectNone([...found]);
  });
});

describe('content', () => {
  it('speaks to the product as a client: contracts, and the form of a year', () => {
    expectNone(
      filesBelow('content', /\.ts$/)
        .filter((path) => !isTest(path))
        .flatMap((path) => parse(path).imports)
        .filter((one) => !one.isPackage && one.to.startsWith('src/'))
        .filter((one) => {
          if (['core', 'documents'].includes(zoneOf(one.to))) return false;
          if (zoneOf(one.to) === 'kernel') return false;
          if (one.to.startsWith('src/cli/year/')) return !one.typeOnly;
          return moduleOf(one.to) === null || inner(one) !== 'contract.ts';
        })
        .map(show),
    );
  });
});

describe('names', () => {
  it('of contract and folder are the same', () => {
    expectNone(
      modules
        .map((module) => module.contract.id)
        .filter((id) => !textOf(`src/modules/${id}/contract.ts`).includes(`id: '${id}'`))
        .map((id) => `src/modules/${id}/contract.ts does not declare id '${id}'`),
    );
  });
});
