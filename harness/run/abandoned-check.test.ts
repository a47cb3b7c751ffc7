import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseRung, probeLadder } from '../arena/ladder.js';
import { readSubmission } from '../program/submission.js';
import { ArenaPool } from './arena-pool.js';
import { SUBMISSION_WITHIN_MS } from './bounds.js';
import { inWords } from './test/probe-grader.js';

/** The first check is given up while its server is being started: more has crossed the wire than is kept. */
const MODULE = `
import { checks, defineAssignment } from 'netgrade';

const END = { party: 'peer', address: '127.0.0.1', port: 9 };
const check = (run) => ({ title: 't', points: 50, rule: 'r', run });
export default defineAssignment({
  title: 'Probe',
  lecture: 'None',
  transport: 'udp',
  roles: {
    server: checks({
      first: check(async ({ startServer, transcript }) => {
        const starting = startServer();
        starting.catch(() => undefined);
        while (!transcript.events.some(({ type }) => type === 'stdout')) await transcript.stirred(50);
        while (transcript.record({ type: 'datagram', from: END, to: END, data: { text: '' } }));
        await starting;
      }),
      second: check(async ({ startServer }) => {
        const server = await startServer();
        return (await server.ask(await server.udpPeer(), 'hello')).text;
      }),
    }),
  },
});
`;

/** Takes a port at once; the first time it never comes to its task. */
const SERVER = `
import os, socket
held = socket.socket()
held.bind(("127.0.0.1", 7001))
if not os.path.exists("again"):
    open("again", "w").close()
    print("begun", flush=True)
    while True: pass
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
data, asker = s.recvfrom(999)
s.sendto(b"got " + data, asker)
`;

let folder: string;
let pool: ArenaPool;
beforeAll(async () => {
  const { rung } = chooseRung('auto', await probeLadder());
  folder = await mkdtemp(join(tmpdir(), 'netgrade-abandoned-'));
  await writeFile(join(folder, 'assignment.ts'), MODULE);
  pool = new ArenaPool({ rung, size: 1 });
});
afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

test('a program that a check was starting when it was given up is gone before the next check', async () => {
  const file = join(folder, 'server.py');
  await writeFile(file, SERVER);
  const submission = await readSubmission(file);
  const { checks } = await pool.run(
    { submission, seed: 'x', strict: false, options: {}, withinMs: SUBMISSION_WITHIN_MS },
    { id: 'probe', folder, module: join(folder, 'assignment.ts') },
  );
  expect(checks.map((check) => inWords(check))).toEqual([
    'output-flood: The program sent without end and was stopped.',
    'pass got hello',
  ]);
});
