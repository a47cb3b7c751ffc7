import * as dgram from 'dgram';
import { once } from 'events';

async function main(): Promise<void> {
  const socket: dgram.Socket = dgram.createSocket('udp4');
  socket.send('now', 6060, '127.0.0.1');
  const [message] = (await once(socket, 'message')) as [Buffer];
  console.log('Server time:', message.toString());
  socket.close();
}

main();
