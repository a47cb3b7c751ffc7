import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../package-root.js';

/** An instructor's file with what it imports beside it; `netgrade` means this very package. `files` are what went into it, absolute. */
export async function bundleOf(module: string): Promise<{ text: string; files: string[] }> {
  const { build } = await import('esbuild');
  const library = join(packageRoot, 'dist', 'grading', 'index.js');
  const folder = dirname(resolve(module));
  const result = await build({
    entryPoints: [resolve(module)],
    absWorkingDir: folder,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'silent',
    packages: 'external',
    plugins: [
      {
        name: 'this-package',
        setup(builder) {
          builder.onResolve({ filter: /^netgrade$/ }, () => ({ path: pathToFileURL(library).href, external: true }));
        },
      },
    ],
  });
  return {
    text: result.outputFiles[0]!.text,
    files: Object.keys(result.metafile.inputs).map((file) => resolve(folder, file)),
  };
}
