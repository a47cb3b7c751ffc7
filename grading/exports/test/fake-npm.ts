import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { standInPackage, writeTree } from './stand-in-package.js';

/**
 * A folder for the front of `PATH`: an `npm` that "installs" the stand-in and notes where and what it was asked, and
 * a `sudo` that only notes.
 */
export async function fakeNpm(folder: string): Promise<{ bin: string; log: string }> {
  const log = join(folder, 'commands.log');
  await standInPackage(join(folder, 'package'));
  await writeTree(join(folder, 'bin'), {
    npm: `#!/bin/sh\necho "npm $* in $PWD" >> ${log}\nmkdir -p node_modules && cp -r ${join(folder, 'package')} node_modules/netgrade\n`,
    sudo: `#!/bin/sh\necho "sudo $*" >> ${log}\n`,
  });
  for (const name of ['npm', 'sudo']) await chmod(join(folder, 'bin', name), 0o755);
  return { bin: join(folder, 'bin'), log };
}
