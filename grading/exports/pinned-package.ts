import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Manifest {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  [field: string]: unknown;
}

/**
 * This package's manifest with every dependency, also those of dependencies, fixed to the version that is installed
 * here: what was tried here is what an autograder's image gets, whenever it is built. It has no scripts and no
 * development dependencies, so that installing it builds nothing.
 * @throws Error when a dependency is not installed
 */
export function pinnedManifest(root: string): Manifest {
  const { scripts: _, devDependencies: __, ...manifest } = readManifest(root);
  const direct = manifest.dependencies ?? {};
  const versions = new Map<string, Set<string>>();
  visit(root, direct, versions);
  const only = (name: string): string | undefined =>
    versions.get(name)?.size === 1 ? [...versions.get(name)!][0] : undefined;
  const below = [...versions.keys()].filter((name) => !(name in direct) && only(name) !== undefined).sort();
  return {
    ...manifest,
    dependencies: Object.fromEntries(
      Object.keys(direct).map((name) => [name, readManifest(installed(name, root)).version]),
    ),
    ...(below.length > 0 ? { overrides: Object.fromEntries(below.map((name) => [name, only(name)!])) } : {}),
  };
}

function visit(from: string, dependencies: Record<string, string>, versions: Map<string, Set<string>>): void {
  for (const name of Object.keys(dependencies)) {
    const folder = installed(name, from);
    const { version, dependencies: next = {} } = readManifest(folder);
    const seen = versions.get(name) ?? new Set();
    versions.set(name, seen);
    if (seen.has(version)) continue;
    seen.add(version);
    visit(folder, next, versions);
  }
}

/** Where Node would find a package from a folder: in the nearest `node_modules` above that has it. */
function installed(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
    if (folder === dirname(folder)) throw new Error(`${name} is not installed; run "npm install" first.`);
  }
}

const readManifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
