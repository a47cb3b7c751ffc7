import { existsSync, readFileSync } from 'node:fs';
import type { Result } from '../result/result.js';
import type { ClassPageInput } from './class-page.js';
import type { StudentExtras } from './student-page.js';

/** The renderer that `build-page.mjs` makes of `page/render.tsx`. */
export interface PageRenderer {
  renderStudent(result: Result, extras: StudentExtras): string;
  renderClass(input: ClassPageInput): string;
}

/**
 * The directory of the bundles: beside this file in the built package, in `dist` when the sources are run.
 * @throws Error where the package has not been built.
 */
function bundleDirectory(): URL {
  const places = [new URL('./page/', import.meta.url), new URL('../../dist/grading/reports/page/', import.meta.url)];
  const found = places.find((place) => existsSync(new URL('render.mjs', place)));
  if (found === undefined) throw new Error('The report pages have not been built: run `npm run build`.');
  return found;
}

let renderer: Promise<PageRenderer> | undefined;

/** Loads the renderer, once. */
export function pageRenderer(): Promise<PageRenderer> {
  renderer ??= import(/* @vite-ignore */ new URL('render.mjs', bundleDirectory()).href) as Promise<PageRenderer>;
  return renderer;
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
