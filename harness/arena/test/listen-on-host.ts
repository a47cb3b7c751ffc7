import dgram from 'node:dgram';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Listens on the machine in every way that a program in an arena might try to reach; whoever gets through hears `inside`. */
export async function listenOnHost(
  path: string,
): Promise<{ port: number; path: string; addresses: string[]; close(): void }> {
  const listen = (where: number | string) =>
    net.createServer((socket) => socket.on('error', () => {}).end('inside')).listen(where);
  const tcp = listen(0);
  const servers = [tcp, listen(path), listen(`\0${path}`)];
  for (const server of servers) if (!server.listening) await once(server, 'listening');
  chmodSync(path, 0o777);
  const { port } = tcp.address() as AddressInfo;
  const udp = dgram.createSocket('udp4').bind(port, '127.0.0.1');
  udp.on('message', (_, from) => udp.send('inside', from.port, from.address));
  await once(udp, 'listening');
  const addresses = Object.values(networkInterfaces())
    .flatMap((of) => of ?? [])
    .filter(({ address }) => !address.startsWith('fe80'));
  return {
    port,
    path,
    addresses: [...new Set(['127.0.0.1', ...addresses.map(({ address }) => address)])],
    close() {
      for (const server of [...servers, udp]) server.close();
    },
  };
}
