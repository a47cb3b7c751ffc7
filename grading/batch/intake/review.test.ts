import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readClass } from './read-class.js';

async function seen(paths: string[]) {
  const root = join(await mkdtemp(join(tmpdir(), 'rev-')), 'class');
  for (const path of paths) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), path);
  }
  const { students } = await readClass(root, { workFolder: `${root}-work` });
  return students.map(({ name, files }) => [name, files.length]);
}

it('takes the parts of one project for no parts of a class', async () => {
  expect(await seen(['Ali Veli/src/com/ali/S.java', 'Ali Veli/out/com/ali/S.class'])).toEqual([['Ali Veli', 2]]);
  expect(await seen(['Ali Veli/server/s.py', 'Ali Veli/server/handlers/x.py', 'Ali Veli/client/widgets/y.py'])).toEqual(
    [['Ali Veli', 3]],
  );
  const numbered = ['01', '02', '03'].flatMap((one) => [`${one}/server.py`, `${one}/handlers/h.py`]);
  expect(await seen(numbered)).toEqual([
    ['01', 2],
    ['02', 2],
    ['03', 2],
  ]);
});

it('does not drop v1.1 for v1', async () => {
  expect(await seen(['Ali Veli/v1/s.py', 'Ali Veli/v1.1/s.py', 'Can Su/s.py'])).toEqual([
    ['Ali Veli', 2],
    ['Can Su', 1],
  ]);
});
