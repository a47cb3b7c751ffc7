import * as dgram from 'dgram';

const port = 6060;
const formatter = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium' });
const socket: dgram.Socket = dgram.createSocket({ type: 'udp4', reuseAddr: true });

socket.on('listening', () => {
  const { address, port } = socket.address();
  console.log(`Listening on ${address}:${port}`);
});

socket.on('message', (_request: Buffer, { address, port }: dgram.RemoteInfo) => {
  const answer: string = formatter.format(new Date());
  socket.send(Buffer.from(answer, 'utf8'), port, address);
});

socket.bind(port, '127.0.0.1');
