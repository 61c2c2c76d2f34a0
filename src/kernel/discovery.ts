/** Finds the modules by reading `src/modules/`, in the order of their dependencies. Nobody keeps a list. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MigrationSet } from './migrate.ts';
import type { ServerModule } from './module.ts';

const MODULES_FOLDER = fileURLToPath(new URL('../modules/', import.meta.url));
const KERNEL_MIGRATIONS = fileURLToPath(new URL('./migrations/', import.meta.url));

export async function discoverModules(folder: string = MODULES_FOLDER): Promise<readonly ServerModule[]> {
  const found = new Map<string, ServerModule>();
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name, 'server.ts');
    if (!existsSync(path)) continue;
    const imported = (await import(pathToFileURL(path).href)) as { readonly default?: ServerModule };
    const module = imported.default;
    if (module?.contract.id !== name) throw new Error(`src/modules/${name}/server.ts must export the module "${name}"`);
    found.set(name, module);
  }
  return inOrder(found);
}

/** Depth-first, so that every module comes after what it depends on; a circle or an unknown name is an error. */
function inOrder(modules: ReadonlyMap<string, ServerModule>): readonly ServerModule[] {
  const ordered: ServerModule[] = [];
  const visiting = new Set<string>();
  const visit = (id: string, wantedBy: string): void => {
    const module = modules.get(id);
    if (module === undefined) throw new Error(`module "${wantedBy}" depends on unknown module "${id}"`);
    if (ordered.includes(module)) return;
    if (visiting.has(id)) throw new Error(`modules depend on each other in a circle at "${id}"`);
    visiting.add(id);
    for (const dependency of module.dependsOn) visit(dependency, id);
    ordered.push(module);
  };
  for (const id of modules.keys()) visit(id, id);
  return ordered;
}

/** The kernel's migrations first, then each module's. */
export function migrationSets(modules: readonly ServerModule[]): readonly MigrationSet[] {
  return [
    { module: 'kernel', folder: KERNEL_MIGRATIONS },
    ...modules.flatMap((module) =>
      module.migrations === null ? [] : [{ module: module.contract.id, folder: fileURLToPath(module.migrations) }],
    ),
  ];
}
