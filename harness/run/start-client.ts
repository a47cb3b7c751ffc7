import { type Argument, asksForArguments, tookForNumber } from '../program/arguments.js';
import type { Program } from '../program/program.js';
import type { Wanted } from '../program/prompt-answers.js';
import type { ProgramFile } from '../program/roles.js';
import { type Contact, Listeners } from '../wire/listeners.js';
import type { Transcript, Transport } from '../wire/transcript.js';
import { START_WITHIN_MS } from './bounds.js';
import { ClientProgram, type Typist } from './client-program.js';
import { diagnose } from './diagnose.js';
import { failure } from './failure.js';
import { launch, startedWith, TOLD_HOST } from './launch.js';
import { listenOn } from './listen-on.js';
import type { Session } from './session.js';
import { StartWays } from './start-ways.js';

export interface ClientStart {
  /** Which of several client files; default the first. */
  file?: ProgramFile;
  party?: string;
  /** A new user for each start. */
  typist: () => Typist;
  /** False: prompts are answered as they were found to want it, and what is not yet known is not looked for. */
  findsAnswers?: boolean;
  /** What stands in for `<message>` where the client takes it as an argument. */
  message?: string;
  /** Arguments behind those with which it is started otherwise. */
  extra?: Argument[];
  /** Called before the program starts, with the peers that wait for it. */
  prepare?: (listeners: Listeners) => void;
  /** Peers that already listen, for several clients at once. */
  listeners?: Listeners;
  /** Start it without any peer of ours: its server is the student's own. */
  ownServer?: boolean;
}

/**
 * Starts a client with our peers wherever it may look for a server, and waits until it has made contact.
 * The first start of a submission learns how it wants to be started.
 * @throws CheckFailure when it never speaks, or speaks the other transport
 */
export async function startClient(
  session: Session,
  transcript: Transcript,
  options: ClientStart,
): Promise<ClientProgram> {
  const convention = session.conventions.client;
  const file = options.file ?? session.programsOf('client')[0]!;
  const party = options.party ?? 'client';
  const wanted = session.assignment.transport as Transport;
  const ways = new StartWays(session, 'client', file);
  const answers = session.answersOf(file);
  const finds = () => answers !== undefined && !answers.found && options.findsAnswers !== false;
  const port = session.portFor('client');
  let ports = session.clientPorts();
  for (;;) {
    const args = [...ways.args, ...(options.extra ?? [])];
    const listeners = options.listeners ?? new Listeners(transcript, party);
    if (!options.ownServer && !options.listeners) {
      options.prepare?.(listeners);
      await listenOn(ports, listeners, session);
    }
    const program = await launch(session, transcript, {
      role: 'client',
      file,
      party,
      args,
      message: options.message,
    }).catch(async (error: unknown) => {
      if (!options.listeners) await listeners.close();
      throw error;
    });
    const client = new ClientProgram(program, listeners, {
      toldPort: port,
      typist: options.typist(),
      ...(answers && { answers }),
      ownServer: options.ownServer ?? false,
    });
    if (options.ownServer) return client;
    client.findsAnswers = finds();
    const waited = await client.until(() => client.contacts.length > 0, START_WITHIN_MS);
    const contact = client.contacts[0];
    if (contact && (!convention.args || finds())) await untilItSpeaks(client, contact);
    const misread =
      contact !== undefined && convention.args === undefined && takenForMessage(args, saidBy(contact), port);
    const misled =
      contact !== undefined &&
      finds() &&
      answers!.tookForMessage(saidBy(contact), { host: TOLD_HOST, port: String(port) });
    // One that works on at the end of its time would do so again.
    const answersOtherwise = () => finds() && waited !== 'deadline' && answers!.next(wantedBy(program, port));
    if (contact && client.stuck && answersOtherwise()) {
      await (options.listeners ? program : client).dispose();
      session.givenUp.add(program);
      continue;
    }
    client.findsAnswers = false;
    if (
      contact &&
      !misread &&
      !misled &&
      !(convention.args === undefined && program.exit && asksForArguments(program.output))
    ) {
      convention.args ??= args;
      if (answers && finds()) {
        answers.found = true;
        for (const line of answers.lines) session.say('client', `Goes on when "${line}" is typed at its terminal.`);
      }
      session.say('client', startedWith(ways.args));
      session.say('client', `Looks for its server on ${contact.transport.toUpperCase()} port ${contact.port}.`);
      if (client.typed.length > 0) session.say('client', 'Asks for its input at the terminal.');
      if (contact.transport === wanted) return client;
      await client.dispose();
      throw failure(
        'wrong-transport',
        `The client speaks ${contact.transport.toUpperCase()} (to port ${contact.port}); this task asks for ${wanted.toUpperCase()}.`,
        {
          expected: `a ${wanted.toUpperCase()} socket (${wanted === 'udp' ? 'SOCK_DGRAM' : 'SOCK_STREAM'})`,
          lastWords: program.lastWords,
        },
      );
    }
    const ended = program.exit !== undefined;
    if (ended && /EADDRINUSE|Address already in use|Only one usage/.test(program.stderr)) {
      // It binds a port of its own that its file names; we were there first. A port that its server has stays taken.
      const own = session
        .ownPortsOf(file)
        .filter((port) => port !== session.conventions.server.port && ports.includes(port));
      if (own.length > 0 && !options.listeners) {
        ports = ports.filter((port) => !own.includes(port));
        session.yieldPorts(own);
        await client.dispose();
        continue;
      }
    }
    const summary = ended
      ? `The client ended without ${wanted === 'udp' ? 'sending a datagram' : 'connecting'}.`
      : `The client never ${wanted === 'udp' ? 'sent a datagram' : 'connected'}; it waits for something else.`;
    const why = diagnose(program, 'client', { code: 'never-sent', summary, atStart: true });
    await (options.listeners ? program : client).dispose();
    session.givenUp.add(program);
    // What a start fails of where we ended its input, or left it where it asked again, tells less of it than what another fails of.
    const told = ways.failed(why, program.inputEnded ? 1 : client.stuck ? 2 : 3);
    if (!contact || misled) {
      if (options.findsAnswers === false) answers?.fail(wantedBy(program, port));
      else if (answersOtherwise()) continue;
    }
    if (misread) ways.skip();
    if (misread || ways.advance(program, options.message)) continue;
    if (!convention.args && !session.strict && ways.asksForArguments(program)) {
      throw failure('usage', 'The client asks for arguments that could not be guessed.', {
        lastWords: program.lastWords || program.output.slice(-2000),
      });
    }
    throw told;
  }
}

/** What a program that ended over a line shows to have wanted there. */
function wantedBy(program: Program, port: number): Wanted {
  return {
    ...(NO_HOST.test(program.output) && { host: TOLD_HOST }),
    ...(tookForNumber(program.output, program.linesTyped) && { port: String(port) }),
  };
}

/** What runtimes say where a name was looked up, or read as an address, that is none. */
const NO_HOST =
  /gaierror|getaddrinfo|gethostby|ENOTFOUND|EAI_AGAIN|UnknownHost|no such host|name or service not known|nodename nor servname|temporary failure in name|unknown host|failed to lookup address|inet_(?:pton|aton)|invalid (?:ip |socket )?address/i;

/** A client may connect first and look at its arguments afterwards: it is given the time to say something, or to end over it. */
async function untilItSpeaks(client: ClientProgram, contact: Contact): Promise<void> {
  if (contact.transport === 'tcp')
    await client.until(() => contact.peer.received.length > 0 || client.program.exit !== undefined, 1_000);
}

/** What a client has said so far. */
function saidBy(contact: Contact): string {
  return contact.transport === 'tcp' ? contact.peer.received.toString('utf8') : String(contact.arrivals[0]?.data ?? '');
}

/** A host or port that comes back as what the client says was no host or port to it. */
function takenForMessage(args: Argument[], said: string, port: number): boolean {
  return (args.includes('host') && said.includes(TOLD_HOST)) || (args.includes('port') && said.trim() === String(port));
}
