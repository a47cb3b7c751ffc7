import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The esbuild program for this machine, as an absolute path: students' TypeScript is translated by it inside the arena. */
export function esbuildPath(): string {
  const require = createRequire(import.meta.url);
  const platform = `@esbuild/${process.platform}-${process.arch}`;
  const fromEsbuild = createRequire(require.resolve('esbuild'));
  return join(dirname(fromEsbuild.resolve(`${platform}/package.json`)), 'bin', 'esbuild');
}
