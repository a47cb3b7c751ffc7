/** `npm run bench [-- <part> …]`: what grading costs. Bundles the measurements, which are written in TypeScript, and runs them. */
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
// In the package, so that its libraries are found.
const folder = join(dirname(here), 'dist', 'bench');
try {
  await build({
    entryPoints: [join(here, 'measure.ts'), join(here, 'floor-worker.ts'), join(here, 'arena-agent.ts')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    define: { __BENCH__: JSON.stringify(here) },
    logLevel: 'error',
  });
  await (await import(pathToFileURL(join(folder, 'measure.mjs')).href)).measure(process.argv.slice(2));
} finally {
  await rm(folder, { recursive: true, force: true });
}
