import * as dgram from 'dgram';
import { createInterface } from 'readline';

const PORT: number = Number(process.env.PORT ?? 4000);
const socket = dgram.createSocket('udp4');
const input = createInterface({ input: process.stdin });

input.once('line', (line: string) => {
  input.close();
  socket.once('message', (reply: Buffer) => {
    console.log(reply.toString());
    socket.close();
  });
  socket.send(line, PORT, '127.0.0.1');
});
