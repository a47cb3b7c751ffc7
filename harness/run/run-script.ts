import { pause } from '../pause.js';
import { asksForArguments } from '../program/arguments.js';
import type { ProgramFile } from '../program/roles.js';
import { Listeners } from '../wire/listeners.js';
import type { Transcript } from '../wire/transcript.js';
import { ClientProgram, type Typist } from './client-program.js';
import { launch } from './launch.js';
import type { Session } from './session.js';

export interface ScriptRun {
  file: ProgramFile;
  /** Answers every prompt, those for a host or a port too. */
  typist: Typist;
  /** The one argument of a program that ends by asking for arguments, such as the domain that it is to look up. */
  argument: string;
  /** How long it may run; past that it is handed back as it is, still running. */
  withinMs: number;
}

/** Runs a program that is neither server nor client to its end. Started as it is; if it asks for arguments, once more with one. */
export async function runScript(session: Session, transcript: Transcript, run: ScriptRun): Promise<ClientProgram> {
  const script = await toItsEnd(session, transcript, run, false);
  const { program } = script;
  const wantsArgument = program.exit !== undefined && program.exit.code !== 0 && asksForArguments(program.output);
  if (session.strict || session.manifest.argsOf('script') || !wantsArgument) return script;
  await script.dispose();
  session.say('script', `${run.file.path} is started with an argument.`);
  return toItsEnd(session, transcript, run, true);
}

async function toItsEnd(
  session: Session,
  transcript: Transcript,
  { file, typist, argument, withinMs }: ScriptRun,
  withArgument: boolean,
): Promise<ClientProgram> {
  const program = await launch(session, transcript, {
    role: 'script',
    file,
    party: file.path,
    args: withArgument ? ['message'] : [],
    message: argument,
  });
  const script = new ClientProgram(program, new Listeners(transcript, file.path), {
    toldPort: session.toldPort,
    typist,
    everyPrompt: true,
  });
  const deadline = performance.now() + withinMs;
  const ended = () => program.exit !== undefined;
  // A program that waits for an answer from the network looks settled; it is given its time all the same.
  while (!ended() && performance.now() < deadline) {
    await script.until(ended, deadline - performance.now());
    if (!ended()) await pause(20);
  }
  if (ended()) await program.drained();
  return script;
}
