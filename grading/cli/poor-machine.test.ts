import { describe, expect, test } from 'vitest';
import type { Result } from '../result/result.js';
import { folderWith, netgrade } from './test/netgrade.js';

/** As the lecture writes it: one request, then it closes first and ends; no SO_REUSEADDR. */
const SERVER = `import socket
from datetime import datetime
s = socket.socket()
s.bind(("127.0.0.1", 5563))
s.listen(5)
client, address = s.accept()
print(client.recv(1024).decode())
client.send(str(datetime.now()).encode())
client.close()
`;
const CLIENT = `import socket
s = socket.socket()
s.connect(("127.0.0.1", 5563))
s.send(b"hey server, set my time")
print(s.recv(1024).decode())
s.close()
`;

describe('without an arena', () => {
  test('a server that closes first and sets no SO_REUSEADDR is graded again and again on the same port', async () => {
    const folder = await folderWith({ 'server.py': SERVER, 'client.py': CLIENT });
    for (const round of [1, 2, 3]) {
      const { code, stdout } = await netgrade(['check', 'tcp-time', folder, '--isolation', 'none', '--json']);
      const { score, state } = JSON.parse(stdout) as Result;
      expect({ round, score, state, code }).toEqual({ round, score: 100, state: 'graded', code: 0 });
    }
  });

  // Without arenas the ports are the machine's: what else runs on it, such as the test beside this one, may hold one just then.
  test('demo grades what can be graded there, and says once what cannot; exit code 0', {
    timeout: 180_000,
    retry: 1,
  }, async () => {
    const { code, stdout } = await netgrade(['demo', '--isolation', 'none'], { withinMs: 170_000 });
    expect(stdout).toMatch(/^tcp-words .*\n {2}100 {2}threads-in-client\n {3}92 {2}only-length$/m);
    expect(stdout).not.toContain('not your fault');
    expect(stdout.match(/netgrade doctor/g)).toHaveLength(1);
    expect(stdout).toMatch(/^Not graded here: name-lookups and dns-records\./m);
    expect(code).toBe(0);
  });
});

test('without a folder for temporary files the sentence says so, and what to do', async () => {
  const folder = await folderWith({ 'ali/server.py': SERVER });
  for (const TMPDIR of ['/nowhere', `${folder}/ali/server.py`]) {
    const { code, stderr } = await netgrade(['grade', 'tcp-time', folder, '--out', `${folder}/out`], {
      env: { TMPDIR },
    });
    expect(stderr).toBe(
      `netgrade: Programs are started in the folder for temporary files, but "${TMPDIR}" cannot be written. Mend that, or set TMPDIR to another folder.\n`,
    );
    expect(code).toBe(2);
  }
});
