/** One question and its answer on the wire: a datagram each, or TCP where an answer is too long for that. */
import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { getServers } from 'node:dns';
import { connect, isIPv6 } from 'node:net';
import {
  type DnsRecord,
  decodeAnswer,
  encodeQuestion,
  isAnswerTo,
  isTruncated,
  type RecordType,
} from './dns-message.js';

const DNS_PORT = 53;
const PATIENCE_MS = 2_000;
const ATTEMPTS = 2;

/** Asks the resolvers that the system is set up with. Throws when none answers, or when the answer is an error. */
export async function askResolver(name: string, type: RecordType): Promise<DnsRecord[]> {
  // A number that nobody can guess: somebody who cannot see the question cannot forge an answer to it.
  const question = encodeQuestion(randomInt(0x10000), name, type);
  // A datagram may get lost, so each resolver is asked again before it counts as silent.
  for (const server of Array(ATTEMPTS).fill(getServers()).flat() as string[]) {
    const answer = await askByUdp(server, question);
    if (answer && isTruncated(answer)) return decodeAnswer(await askByTcp(server, question));
    if (answer) return decodeAnswer(answer);
  }
  throw new Error('the resolver does not answer');
}

/** The answer, or nothing when none comes in time. */
function askByUdp(server: string, question: Buffer): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const socket = createSocket(isIPv6(server) ? 'udp6' : 'udp4');
    const finish = (answer?: Buffer) => {
      clearTimeout(patience);
      socket.close();
      resolve(answer);
    };
    const patience = setTimeout(finish, PATIENCE_MS);
    socket.on('message', (message) => {
      if (isAnswerTo(question, message)) finish(message);
    });
    // Such as "connection refused": nobody is there.
    socket.on('error', () => finish());
    // A connected UDP socket takes datagrams from this one address only.
    socket.connect(DNS_PORT, server, () => socket.send(question));
  });
}

/** The answer over TCP, where two bytes before each message tell its length: a stream has no other borders. */
function askByTcp(server: string, question: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(question.length);
    const socket = connect(DNS_PORT, server, () => socket.write(Buffer.concat([length, question])));
    let received = Buffer.alloc(0);
    socket.on('data', (part) => {
      received = Buffer.concat([received, part]);
      if (received.length < 2 || received.length < 2 + received.readUInt16BE(0)) return;
      resolve(received.subarray(2));
      socket.end();
    });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('error', reject);
    // Has no effect when the answer was complete.
    socket.on('close', () => reject(new Error('the resolver ended the connection before its answer was complete')));
  });
}
