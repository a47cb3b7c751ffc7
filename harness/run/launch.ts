import type { Argument } from '../program/arguments.js';
import { Program } from '../program/program.js';
import type { ProgramFile } from '../program/roles.js';
import type { Transcript } from '../wire/transcript.js';
import type { Session } from './session.js';
import type { Role } from './verdict.js';

/** Where a program that asks is told to find its server, or to listen. */
export const TOLD_HOST = '127.0.0.1';

/**
 * Starts a program of a submission with the arguments of a convention.
 * @throws Error when the check that it is for is over
 */
export async function launch(
  session: Session,
  transcript: Transcript,
  start: { role: Role; file: ProgramFile; party: string; args: Argument[]; message?: string | undefined },
): Promise<Program> {
  const command = await session.commandOf(start.role, start.file);
  const workFolder = await session.workFolderOf(start.role);
  const fixed = session.manifest.argsOf(start.role);
  const port = String(session.portFor(start.role));
  const args = fixed
    ? fixed.map((arg) =>
        arg
          .replaceAll('{host}', TOLD_HOST)
          .replaceAll('{port}', port)
          .replaceAll('{message}', start.message ?? 'hello'),
      )
    : start.args.map((argument) =>
        wordFor(argument, { host: TOLD_HOST, port, message: start.message ?? 'hello', role: start.role }),
      );
  refuseWhenOver(transcript);
  const running = await session.world.spawn({
    argv: [...command.argv, ...args],
    workFolder,
    readable: command.readable,
    env: { ...command.env, HOST: TOLD_HOST, PORT: port },
    limits: session.limits,
  });
  if (transcript.isOver) await running.dispose();
  refuseWhenOver(transcript);
  transcript.record({ type: 'start', party: start.party, command: [command.shown, ...args].join(' ') });
  const program = new Program(start.party, running, transcript, start.file.language);
  session.launched.push({ role: start.role, program });
  return program;
}

/** A check that was given up must start nothing more beside the next one. */
export function refuseWhenOver(transcript: Transcript): void {
  if (transcript.isOver) throw new Error('this check is over');
}

/** How a start with these arguments is told in a report. */
export function startedWith(args: Argument[]): string {
  return args.length === 0
    ? 'Started as it is, without arguments.'
    : `Started with the arguments ${args.map((argument) => (isWord(argument) ? argument.slice(1) : `<${argument}>`)).join(' ')}.`;
}

function wordFor(argument: Argument, words: { host: string; port: string; message: string; role: string }): string {
  return isWord(argument) ? argument.slice(1) : words[argument];
}

function isWord(argument: Argument): argument is `=${string}` {
  return argument.startsWith('=');
}
