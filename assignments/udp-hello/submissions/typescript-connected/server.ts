import { createSocket, type RemoteInfo } from 'node:dgram';

const PORT: number = 33333;
const HOST: string = '127.0.0.1';

const server = createSocket('udp4');

server.on('message', (message: Buffer, remote: RemoteInfo): void => {
  console.log(`${remote.address}:${remote.port} - ${message.toString('utf8')}`);
  server.send('Hello Client', remote.port, remote.address, () => server.close());
});

server.bind(PORT, HOST);
