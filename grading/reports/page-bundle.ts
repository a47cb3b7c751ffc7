import { existsSync, readFileSync } from 'node:fs';
import type { Result } from '../result/result.js';
import type { PackedClass } from './class-data.js';
import type { StudentExtras } from './student-page.js';

/** What the bundles for Node export. */
interface Renderers {
  'render-student.mjs': { renderStudent(result: Result, extras: StudentExtras): string };
  'render-class.mjs': { renderClass(data: PackedClass): Iterable<string> };
}

/**
 * The directory of the bundles that `build-page.mjs` makes: beside this file in the built package, in `dist` when the
 * sources are run.
 * @throws Error where the package has not been built.
 */
function bundleDirectory(): URL {
  const places = [new URL('./page/', import.meta.url), new URL('../../dist/grading/reports/page/', import.meta.url)];
  const found = places.find((place) => existsSync(new URL('render-student.mjs', place)));
  if (found === undefined) throw new Error('The report pages have not been built: run `npm run build`.');
  return found;
}

/** Loads a renderer; Node keeps it. */
export async function pageRenderer<Name extends keyof Renderers>(name: Name): Promise<Renderers[Name]> {
  return import(/* @vite-ignore */ new URL(name, bundleDirectory()).href);
}

const read = new Map<string, string>();

/** The text of a bundle such as `student.css`, read once. */
export function bundleText(name: string): string {
  const known = read.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(name, bundleDirectory()), 'utf8').trim();
  read.set(name, text);
  return text;
}
