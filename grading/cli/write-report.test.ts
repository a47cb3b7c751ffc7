import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../batch/test/class-folder.js';
import { checkOf, resultOf } from '../batch/test/results.js';
import { writeReport } from './write-report.js';

const datagram = {
  atMs: 1,
  type: 'datagram',
  from: { party: 'peer', address: '127.0.0.1', port: 5000 },
  to: { party: 'server', address: '127.0.0.1', port: 5001 },
  data: { text: 'hi', base64: 'aGk=' },
} as const;

test('captures of an earlier result are gone with it, and what is not ours stays', async () => {
  const folder = await temporaryFolder();
  const seen = checkOf({ id: 'replies', transcript: [datagram] });
  await writeReport(resultOf('ali', [seen, { ...seen, id: 'stays' }]), folder);
  expect(await readdir(folder)).toContain('server-stays.pcapng');
  await writeFile(join(folder, 'my-server.pcapng'), '');
  await writeFile(join(folder, 'server-stays.pcapng.part'), '');
  await writeReport(resultOf('ali', [seen, checkOf({ id: 'stays' })]), folder);
  expect((await readdir(folder)).sort()).toEqual(
    ['index.html', 'my-server.pcapng', 'report.txt', 'result.json', 'server-replies.pcapng'].sort(),
  );
});
