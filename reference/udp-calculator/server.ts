/**
 * A calculator over UDP, the server: each datagram holds one computation, "5 + 6" or "(+, 5, 6)"; its sender gets the result.
 *
 *     node server.js [port]
 *
 * HOST=0.0.0.0 in the environment serves other devices of the network, too.
 */
import { createSocket } from 'node:dgram';

const port = Number(process.argv[2] ?? process.env.PORT ?? 5550);
const host = process.env.HOST ?? '127.0.0.1';

// Never give what comes over a network to eval(): it would run whatever somebody sends. These two patterns let pass
// computations only.
const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)`;
const INFIX = new RegExp(String.raw`^\s*(?<a>${NUMBER})\s*(?<operator>[-+*/])\s*(?<b>${NUMBER})\s*$`);
const PREFIX = new RegExp(
  String.raw`^\s*\(\s*["']?(?<operator>[-+*/])["']?\s*,\s*(?<a>${NUMBER})\s*,\s*(?<b>${NUMBER})\s*\)\s*$`,
);

/** The answer to one request: its result, or a sentence that says why there is none. */
function answer(request: string): string {
  const parts = (INFIX.exec(request) ?? PREFIX.exec(request))?.groups;
  if (!parts) return 'I do not understand. Write a computation such as 5 + 6.';
  const [a, b] = [Number(parts.a), Number(parts.b)];
  if (parts.operator === '/' && b === 0) return 'Division by zero has no result.';

  const result = compute(a, parts.operator, b);
  if (!Number.isFinite(result)) return 'The result is too large for me.';
  // Binary fractions are not quite decimal ones: 0.1 + 0.2 gives 0.30000000000000004. Fifteen digits are always right.
  return `${parts.a} ${parts.operator} ${parts.b} = ${Number(result.toPrecision(15))}`;
}

function compute(a: number, operator: string | undefined, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    default:
      return a / b;
  }
}

const socket = createSocket('udp4');

socket.on('message', (datagram, sender) => {
  const request = datagram.toString('utf8');
  const reply = answer(request);
  console.log(`${sender.address}:${sender.port} asks: ${request} -> ${reply}`);
  // A request that makes no sense is answered, too. UDP tells nobody that nothing will come: without a word from us the
  // client would wait in vain.
  socket.send(reply, sender.port, sender.address);
});

socket.on('error', (error) => {
  console.error(`The server stops: ${error.message}`);
  process.exit(1);
});

socket.bind(port, host, () => console.log(`Calculating on ${host}:${port}`));
