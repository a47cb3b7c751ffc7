/**
 * A calculator over UDP, the client: asks its user for a computation, sends it and prints the server's result.
 *
 *     node client.js [host] [port]
 */
import { createSocket } from 'node:dgram';
import { createInterface } from 'node:readline';

const host = process.argv[2] ?? process.env.HOST ?? '127.0.0.1';
const port = Number(process.argv[3] ?? process.env.PORT ?? 5550);

const terminal = createInterface({ input: process.stdin, output: process.stdout });

terminal.question('Your computation, such as 5 + 6: ', (computation) => {
  terminal.close();
  send(computation);
});

/** Sends the line as it was typed. Whether it makes sense is for the server to say: it does the computing. */
function send(computation: string): void {
  const socket = createSocket('udp4');

  const patience = setTimeout(() => {
    console.error(`No result from ${host}:${port} within 10 seconds. Is the server running?`);
    process.exitCode = 1;
    socket.close();
  }, 10_000);

  socket.on('message', (result) => {
    console.log(result.toString('utf8'));
    clearTimeout(patience);
    socket.close();
  });

  socket.send(computation, port, host);
}
