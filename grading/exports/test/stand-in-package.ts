import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { packageRoot } from '../../../harness/package-root.js';

/** Writes files by their paths below a folder. */
export async function writeTree(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** A package that looks like netgrade, built, with the stand-in for its command line and no library to install. */
export async function standInPackage(folder: string): Promise<void> {
  const bundled = await build({
    entryPoints: [join(packageRoot, 'grading/exports/test/stand-in-main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: {
      js: "import { createRequire as bundledRequire } from 'node:module'; const require = bundledRequire(import.meta.url);",
    },
  });
  await writeTree(folder, {
    'package.json': JSON.stringify({
      name: 'netgrade',
      version: '0.1.0',
      type: 'module',
      scripts: { prepare: 'exit 1' },
      devDependencies: { 'not-there': '1.0.0' },
    }),
    'dist/grading/cli/main.js': bundled.outputFiles[0]!.text,
    'dist/grading/cli/main.test.js': '',
    'assignments/udp-calculator/brief.md': 'Write a calculator.\n',
    'assignments/udp-calculator/submissions/right/server.py': 'the solution\n',
    'reference/udp-calculator/server.ts': '',
  });
}
