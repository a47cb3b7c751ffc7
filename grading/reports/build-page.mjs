#!/usr/bin/env node
// Bundles the pages into dist/grading/reports/page/: their scripts and styles for the browser, and the renderer that
// writes their HTML in Node. Called by the package's build script; nothing is fetched, here or when a page is opened.
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../../dist/grading/reports/page');
const common = {
  bundle: true,
  write: false,
  minify: true,
  legalComments: 'none',
  metafile: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
  outdir: target,
  absWorkingDir: join(here, '../..'),
  charset: 'utf8',
};

/** Builds all bundles. Each file appears whole or not at all, so that a page may be rendered meanwhile. */
async function buildPages() {
  const builds = await Promise.all([
    build({
      ...common,
      entryPoints: {
        student: join(here, 'page/student/reading.ts'),
        'student-live': join(here, 'page/student/live.ts'),
        class: join(here, 'page/class/main.tsx'),
      },
      platform: 'browser',
      format: 'iife',
      target: ['es2022'],
    }),
    build({
      ...common,
      entryPoints: { student: join(here, 'page/student/student.css'), class: join(here, 'page/class/class.css') },
      target: ['chrome109', 'firefox115', 'safari16'],
    }),
    build({
      ...common,
      entryPoints: {
        'render-student': join(here, 'page/render-student.tsx'),
        'render-class': join(here, 'page/render-class.tsx'),
      },
      platform: 'node',
      format: 'esm',
      target: ['node20'],
      external: ['dns-packet'],
      outExtension: { '.js': '.mjs' },
      minify: false,
    }),
  ]);
  await mkdir(target, { recursive: true });
  const files = builds.flatMap((result) => result.outputFiles);
  files.push({
    path: join(target, 'LICENSES.txt'),
    contents: await licensesOf(builds.map((result) => result.metafile)),
  });
  for (const file of files) {
    const passing = join(target, `.${basename(file.path)}.${process.pid}`);
    await writeFile(passing, file.contents);
    await rename(passing, file.path);
  }
  return files.map((file) => ({ path: file.path, bytes: file.contents.length }));
}

/** The licences of the libraries that are inside the bundles, which ask to be passed on with them. */
async function licensesOf(metafiles) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const packages = new Set(inputs.flatMap((input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
  const texts = await Promise.all(
    [...packages].sort().map(async (relative) => {
      const path = join(here, '../..', relative);
      const license = (await readdir(path)).find((name) => /^licen[cs]e/i.test(name));
      const { name, license: kind } = JSON.parse(await readFile(join(path, 'package.json'), 'utf8'));
      const text = license === undefined ? kind : await readFile(join(path, license), 'utf8');
      return `${name}\n\n${text.trim()}\n`;
    }),
  );
  return Buffer.from(texts.join(`\n${'-'.repeat(72)}\n\n`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPages();
