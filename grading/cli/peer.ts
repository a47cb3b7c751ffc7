import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findAssignment, loadAssignment } from '../../harness/assignment/load-assignment.js';
import { castOf, type ProgramFile } from '../../harness/program/roles.js';
import { readSubmission } from '../../harness/program/submission.js';
import { findToolchain } from '../../harness/program/toolchains.js';
import { UsageError } from '../../harness/usage-error.js';
import { rolesIn } from '../assignment-facts.js';
import { referenceFolder } from '../audit/reference.js';
import type { PeerArguments } from './peer-command.js';

/** `netgrade peer`: a reference program in the foreground, its terminal the user's. Exit code 0, or 2 when it failed. */
export async function peer(args: PeerArguments): Promise<void> {
  const { id, role, port, host } = args;
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new UsageError(`--port ${port}: a port is a whole number from 1 to 65535.`);
  const place = await findAssignment(id, args.assignments);
  const assignment = await loadAssignment(place);
  const roles = rolesIn(assignment);
  if (!roles.includes(role)) throw new UsageError(`"${place.id}" has no ${role}. It has: ${roles.join(', ')}.`);
  const folder = await referenceFolder(place);
  const file = folder && castOf((await readSubmission(folder)).files, roles)[role][0];
  if (!folder || !file) throw new UsageError(`"${place.id}" has no reference ${role} to run.`);
  const { transport } = assignment;
  if (role === 'server' && (transport === 'udp' || transport === 'tcp')) await refuseUsedPort(transport, port, host);
  process.stdout.write(`${introduction(args, transport.toUpperCase())}\n\n`);
  const workFolder = await mkdtemp(join(tmpdir(), 'netgrade-peer-'));
  try {
    process.exitCode = await run(await commandOf(folder, file, workFolder), {
      ...process.env,
      HOST: host,
      PORT: String(port),
    });
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

function introduction({ id, role, port, host }: PeerArguments, transport: string): string {
  switch (role) {
    case 'server':
      return `Our server of "${id}" on ${host} ${transport} port ${port}. Start your client in another terminal and let it go there. Ctrl-C ends the server.`;
    case 'client':
      return `Our client of "${id}" looks for your server on ${host} ${transport} port ${port}: it must be running already, in another terminal. Ctrl-C ends the client.`;
    case 'script':
      return `Our program of "${id}", to compare with what yours prints. Ctrl-C ends it.`;
  }
}

/** How a reference program is started outside an arena. TypeScript is translated first; Node and Python need no building. */
async function commandOf(folder: string, { path, language }: ProgramFile, workFolder: string): Promise<string[]> {
  const source = join(folder, path);
  switch (language) {
    case 'node':
      return [process.execPath, source];
    case 'typescript': {
      const { build } = await import('esbuild');
      // Libraries written for CommonJS ask for Node's own modules by `require`.
      const js = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
      const built = await build({
        entryPoints: [source],
        bundle: true,
        write: false,
        platform: 'node',
        format: 'esm',
        target: 'node20',
        banner: { js },
        logLevel: 'silent',
      });
      const target = join(workFolder, 'program.mjs');
      await writeFile(target, built.outputFiles[0]!.text);
      return [process.execPath, target];
    }
    case 'python': {
      const python = await findToolchain('python');
      if (!python.found) throw new UsageError(python.missing);
      return [python.commands.python3!, source];
    }
    default:
      throw new UsageError(
        `The reference program is ${path}; start it yourself: only Node and Python programs are started here.`,
      );
  }
}

/** Runs it with our terminal. Ctrl-C is meant for it, and ends us with it. */
async function run([command = '', ...args]: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env });
  const ignore = (): void => undefined;
  const end = (): void => void child.kill('SIGTERM');
  process.on('SIGINT', ignore);
  process.on('SIGTERM', end);
  process.on('exit', end);
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  process.off('SIGINT', ignore);
  process.off('SIGTERM', end);
  process.off('exit', end);
  return code === 0 || signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 2;
}

/** @throws UsageError where something else listens already, or no such address is ours */
async function refuseUsedPort(transport: 'udp' | 'tcp', port: number, host: string): Promise<void> {
  try {
    if (transport === 'tcp') {
      const server = createServer().listen(port, host);
      await once(server, 'listening');
      await new Promise((closed) => server.close(closed));
    } else {
      const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
      const bound = once(socket, 'listening');
      socket.bind(port, host);
      await bound;
      await new Promise<void>((closed) => socket.close(closed));
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why: Record<string, string> = {
      EADDRINUSE: 'something else uses it. Choose another with --port',
      EACCES: 'ports below 1024 need more rights. Choose another with --port',
      EADDRNOTAVAIL: 'this machine does not have that address. Choose another with --host',
      ENOTFOUND: 'no such address is known. Choose another with --host',
    };
    throw new UsageError(`${host} ${transport.toUpperCase()} port ${port} cannot be had: ${why[code ?? ''] ?? code}.`);
  }
}
