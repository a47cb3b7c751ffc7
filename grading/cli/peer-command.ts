import type { CommandModule } from 'yargs';
import { commonOptions } from './common-options.js';

export interface PeerArguments {
  id: string;
  role: 'server' | 'client' | 'script';
  port: number;
  host: string;
  assignments?: string | undefined;
}

export const peerCommand: CommandModule<object, PeerArguments> = {
  command: 'peer <id>',
  describe: 'Run our server or client, to try yours against by hand',
  builder: (yargs) =>
    yargs
      .positional('id', { type: 'string', demandOption: true, describe: 'The assignment; "netgrade list" shows them' })
      .option('role', {
        choices: ['server', 'client', 'script'] as const,
        demandOption: true,
        describe: 'Which program of ours: the server to try your client, the client to try your server',
      })
      .option('port', { type: 'number', default: 5550, describe: 'Where the server listens' })
      .option('host', { type: 'string', default: '127.0.0.1', describe: 'The address that the server has' })
      .option('assignments', commonOptions.assignments)
      .example('$0 peer udp-chat --role server', 'our server on port 5550; start your client in another terminal')
      .example('$0 peer tcp-words --role client --port 9999', 'our client, for your server on port 9999'),
  handler: async (args) => (await import('./peer.js')).peer(args),
};
