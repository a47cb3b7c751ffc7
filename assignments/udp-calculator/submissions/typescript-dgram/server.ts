import * as dgram from 'dgram';

type Operation = (a: number, b: number) => number;

const operations: Record<string, Operation> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

const PORT: number = Number(process.env.PORT ?? 4000);
const socket: dgram.Socket = dgram.createSocket('udp4');

function answer(request: string): string {
  const [left, op, right, ...rest] = request.trim().split(/\s+/);
  const a = Number(left);
  const b = Number(right);
  const operation = op === undefined ? undefined : operations[op];
  if (operation === undefined || rest.length > 0 || Number.isNaN(a) || Number.isNaN(b)) {
    return 'I do not understand the request';
  }
  if (op === '/' && b === 0) return 'Division by zero';
  return `${request.trim()} = ${operation(a, b)}`;
}

socket.on('message', (message: Buffer, from: dgram.RemoteInfo) => {
  socket.send(answer(message.toString('utf8')), from.port, from.address);
});
socket.bind(PORT, '127.0.0.1', () => console.log(`Waiting for computations on UDP port ${PORT}`));
