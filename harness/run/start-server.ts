import { roleChoice, wishOf } from '../program/dialogue.js';
import type { Program } from '../program/program.js';
import type { ProgramFile } from '../program/roles.js';
import type { WaitingSocket } from '../program/sockets.js';
import { socketsInUse, waitingSockets } from '../program/sockets.js';
import { portsNamed } from '../program/source.js';
import type { Transcript, Transport } from '../wire/transcript.js';
import { UdpPeer } from '../wire/udp-peer.js';
import { START_WITHIN_MS } from './bounds.js';
import { diagnose } from './diagnose.js';
import { type CheckFailure, failure, MachineLacks } from './failure.js';
import { launch, startedWith, TOLD_HOST } from './launch.js';
import { ServerProgram } from './server-program.js';
import type { Session } from './session.js';
import { StartWays } from './start-ways.js';

/** How often the socket tables are read even where nothing hints at a change, in looks. */
const TABLES_EVERY = 12;
/** In an arena the kernel hands out ports from here on; no program names them. */
const FIRST_EPHEMERAL = 61_000;

/**
 * Starts the submission's server and waits, by the kernel's socket tables, until it listens. The first start of a submission learns how it
 * wants to be started.
 * @throws CheckFailure when it cannot be brought to listen; MachineLacks where that cannot be seen
 */
export async function startServer(
  session: Session,
  transcript: Transcript,
  options: { typed: () => string | undefined },
): Promise<ServerProgram> {
  const convention = session.conventions.server;
  const file = session.programsOf('server')[0]!;
  if (process.platform !== 'linux') throw new MachineLacks(UNSEEN);
  const ways = new StartWays(session, 'server', file);
  for (;;) {
    const { args } = ways;
    await session.freePorts();
    const program = await launch(session, transcript, { role: 'server', file, party: 'server', args });
    const said: string[] = [];
    const outcome = await untilListening(program, session, options.typed, said);
    if ('port' in outcome) {
      convention.args = args;
      convention.port = outcome.port;
      for (const sentence of said) session.say('server', sentence);
      session.say('server', startedWith(args));
      session.say('server', `Listens on ${outcome.transport.toUpperCase()} port ${outcome.port}.`);
      transcript.record({
        type: 'listen',
        party: 'server',
        transport: outcome.transport,
        address: outcome.address,
        port: outcome.port,
      });
      return new ServerProgram(
        program,
        outcome,
        transcript,
        options.typed,
        await strayCatchers(session, file, outcome, transcript),
      );
    }
    await program.dispose();
    session.givenUp.add(program);
    const told = ways.failed(outcome);
    if (ways.advance(program)) continue;
    if (!convention.args && !session.strict && ways.asksForArguments(program)) {
      throw failure('usage', 'The server asks for arguments that could not be guessed.', {
        lastWords: program.lastWords || program.output.slice(-2000),
      });
    }
    throw lackOfArena(program, session) ?? told;
  }
}

/** Where no kernel's table says who listens where, a server that does its work would look like one that does not. */
const UNSEEN =
  'Only Linux says where a server listens. Run netgrade in a Linux container: "netgrade doctor" gives the command.';

/** The waiting socket of the right transport, or why there is none; `said` gets what was learned about its prompts. */
async function untilListening(
  program: Program,
  session: Session,
  typed: () => string | undefined,
  said: string[],
): Promise<WaitingSocket | CheckFailure> {
  const wanted = session.assignment.transport as Transport;
  const deadline = performance.now() + START_WITHIN_MS;
  let found: WaitingSocket | undefined;
  let inUse = -1;
  let looks = 0;
  const look = (transports: Transport[]): WaitingSocket | undefined => {
    const sockets = waitingSockets(program.running.processIds(), transports).filter(
      (socket) => socket.port !== 0 && !isPassing(socket, session),
    );
    const named = session.submission.files.flatMap((file) => portsNamed(file.text ?? ''));
    return sockets.find((socket) => named.includes(socket.port) || socket.port === session.toldPort) ?? sockets[0];
  };
  const listens = (): boolean => {
    const now = socketsInUse(wanted);
    if (now === inUse && looks++ % TABLES_EVERY !== 0) return false;
    inUse = now;
    found = look([wanted]);
    return found !== undefined;
  };
  for (let lines = 0; lines <= 20; lines++) {
    const waited = await program.untilWantsInput(deadline - performance.now(), listens);
    if (found) return found;
    if (waited === 'wants') {
      const choice = roleChoice(program.sinceTyped, 'server');
      if (choice !== undefined) {
        said.push('Asked at its terminal which of the two roles it has.');
        program.type(choice);
        continue;
      }
      const wish = wishOf(program.sinceTyped);
      const line =
        wish === 'host'
          ? TOLD_HOST
          : wish === 'port'
            ? String(session.toldPort)
            : (typed() ?? String(session.toldPort));
      said.push(`Asked at its terminal for ${wish === 'other' ? 'input' : `the ${wish}`} before it listens.`);
      program.type(line);
      continue;
    }
    found = look([wanted]);
    if (found) return found;
    const other = look([wanted === 'udp' ? 'tcp' : 'udp']);
    if (other) {
      return failure(
        'wrong-transport',
        `The server listens with ${other.transport.toUpperCase()} (port ${other.port}); this task asks for ${wanted.toUpperCase()}.`,
        {
          expected: `a ${wanted.toUpperCase()} socket (${wanted === 'udp' ? 'SOCK_DGRAM' : 'SOCK_STREAM'})`,
          lastWords: program.lastWords,
        },
      );
    }
    break;
  }
  const summary = program.exit
    ? `The server ended without ever ${wanted === 'udp' ? 'binding a UDP' : 'listening on a TCP'} port.`
    : `The server never ${wanted === 'udp' ? 'bound a UDP' : 'listened on a TCP'} port; it waits for something else.`;
  return diagnose(program, 'server', { code: 'never-listened', summary, atStart: true });
}

/** A UDP socket on a port that the kernel chose, for a name look-up or a first datagram, is no server's. */
function isPassing(socket: WaitingSocket, session: Session): boolean {
  return socket.transport === 'udp' && session.world.has.ownPorts && socket.port >= FIRST_EPHEMERAL;
}

/** Without a world of its own the program may lack what every arena has; that is the machine's fault. */
function lackOfArena(program: Program, session: Session): MachineLacks | undefined {
  const words =
    /Address already in use|EADDRINUSE|Cannot assign requested address|EADDRNOTAVAIL|Permission denied|EACCES|Name or service not known|getaddrinfo/i.exec(
      program.stderr,
    )?.[0];
  if (!words || session.world.has.ownPorts) return undefined;
  return new MachineLacks(
    `Without an arena of its own the program could not have the address or port that it names (${words}). Run it where "netgrade doctor" reports namespaces.`,
  );
}

/** Peers on the ports that the server's sources name beside its own, where a reply to a constant port would land. */
async function strayCatchers(
  session: Session,
  file: ProgramFile,
  socket: WaitingSocket,
  transcript: Transcript,
): Promise<UdpPeer[]> {
  if (socket.transport !== 'udp' || !session.world.has.ownPorts) return [];
  const named = new Set(session.sourcesOf(file).flatMap(portsNamed));
  const ports = [...named].filter((port) => port !== socket.port && port > 1).slice(0, 12);
  const opened = await Promise.all(
    ports.map((port) =>
      UdpPeer.open({ party: `port ${port}`, otherParty: 'server', transcript, port }).catch(() => undefined),
    ),
  );
  return opened.filter((peer) => peer !== undefined);
}
