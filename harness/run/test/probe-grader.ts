import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hasNamespaces } from '../../arena/arena-command.js';
import { chooseRung, probeLadder } from '../../arena/ladder.js';
import { readSubmission } from '../../program/submission.js';
import type { Transport } from '../../wire/transcript.js';
import { ArenaPool } from '../arena-pool.js';
import { SUBMISSION_WITHIN_MS } from '../bounds.js';
import type { Unit, UnitOutcome } from '../grade-unit.js';
import type { CheckOutcome } from '../verdict.js';

/** An assignment as small as can be: its checks only start a program and exchange one message with it. */
const MODULE = (transport: Transport) => `
import { checks, defineAssignment, diagnose } from 'netgrade';

const exchange = {
  udp: {
    server: async (server) => (await server.ask(await server.udpPeer(), 'hello')).text,
    client: async (client) => String(client.datagrams().arrivals[0].data),
  },
  tcp: {
    server: async (server) => {
      const peer = await server.tcpPeer();
      await peer.send('hello\\n');
      await server.while(() => peer.received.includes('\\n'));
      if (peer.received.length === 0) throw diagnose(server.program, 'server', { code: 'no-reply', summary: 'The server sent nothing back.' });
      return peer.received.toString();
    },
    client: async (client) => {
      const peer = client.connection();
      await client.until(() => peer.received.includes('\\n'), 5000);
      return peer.received.toString();
    },
  },
}.${transport};

export default defineAssignment({
  title: 'Probe',
  lecture: 'None',
  transport: '${transport}',
  typed: () => ['typed'],
  roles: {
    server: checks({ listens: { title: 'listens', points: 50, rule: 'r', run: async ({ startServer }) => exchange.server(await startServer()) } }),
    client: checks({ speaks: { title: 'speaks', points: 50, rule: 'r', run: async ({ startClient }) => exchange.client(await startClient()) } }),
  },
});
`;

/** Grades submissions that a test writes down, each in the best arena that this machine has. */
export class ProbeGrader {
  #files = 0;

  private constructor(
    readonly rung: string,
    private readonly pool: ArenaPool,
    private readonly folder: string,
  ) {}

  /** One transport for each test file: two graders of one process would be in each other's way. */
  static async open(transport: Transport): Promise<ProbeGrader> {
    const { rung } = chooseRung('auto', await probeLadder());
    const folder = await mkdtemp(join(tmpdir(), 'netgrade-probe-'));
    await writeFile(join(folder, 'assignment.ts'), MODULE(transport));
    return new ProbeGrader(rung, new ArenaPool({ rung, size: hasNamespaces(rung) ? 2 : 1 }), folder);
  }

  /** Grades files given as name and text. A file `client…` is graded as client, every other one as server. */
  async grade(
    files: Record<string, string>,
    { strict = false, withinMs = SUBMISSION_WITHIN_MS } = {},
  ): Promise<UnitOutcome> {
    const submission = join(this.folder, `submission-${this.#files++}`);
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(submission, path)), { recursive: true });
      await writeFile(join(submission, path), text);
    }
    const names = Object.keys(files);
    const clients = names.filter((name) => name.startsWith('client')).length;
    const read = await readSubmission(submission);
    const unit: Unit = { submission: read, seed: 'probe', strict, options: {}, withinMs };
    if (clients === 0) unit.role = 'server';
    if (clients === names.length) unit.role = 'client';
    const assignment = { id: 'probe', folder: this.folder, module: join(this.folder, 'assignment.ts') };
    return this.pool.run(unit, assignment);
  }

  async close(): Promise<void> {
    await this.pool.close();
    await rm(this.folder, { recursive: true });
  }
}

/** What a check came to, in few words: `pass <note>`, or `<cause>: <sentence>`. */
export function inWords({ verdict }: CheckOutcome): string {
  switch (verdict.state) {
    case 'pass':
      return `pass ${verdict.note ?? ''}`;
    case 'fail':
      return `${verdict.cause.code}: ${verdict.cause.summary}`;
    case 'skip':
      return `skip ${verdict.because}`;
    case 'error':
      return `error ${verdict.message}`;
  }
}
