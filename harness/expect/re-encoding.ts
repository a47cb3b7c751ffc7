import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** What went to a program and what came back for it. */
export interface Exchanged {
  sent: Buffer;
  answered: Buffer;
}

/**
 * Whether every answer is nothing but its request written differently: byte by byte by one substitution, or with a key that depends on
 * the place only (xor, shift), forwards or backwards, in hexadecimal digits, Base64 or compressed on either side, and with constant bytes around
 * it. One who answers so has computed nothing. Some exchanges with different requests are needed: with too few, false.
 */
export function isReencoding(exchanges: Exchanged[]): boolean {
  const short = exchanges.map(({ sent, answered }) => ({
    sent: sent.subarray(0, LONGEST),
    answered: answered.subarray(0, LONGEST),
  }));
  const asked = readings(short.map(({ sent }) => sent));
  const told = readings(short.map(({ answered }) => answered));
  return asked.some((from) => told.some((to) => isTranslation(from, to)));
}

/** What is looked at of a message, and of what it decompresses to. */
const LONGEST = 4_096;

/** So many bytes must have come as the others foretold. Each does by chance once in some ten times at most. */
const FORETOLD = 6;

type Decoder = (message: Buffer) => Buffer | undefined;

const DECODERS: Decoder[] = [
  (message) => (/^(?:[\da-f]{2})+\s*$/i.test(message.toString('latin1')) ? decoded(message, 'hex') : undefined),
  (message) =>
    /^(?:[\w+/-]{4})*(?:[\w+/-]{2,3}={0,2})?\s*$/.test(message.toString('latin1'))
      ? decoded(message, 'base64')
      : undefined,
  (message) =>
    decompressed(message, inflateSync) ?? decompressed(message, gunzipSync) ?? decompressed(message, inflateRawSync),
];

function decoded(message: Buffer, encoding: 'hex' | 'base64'): Buffer {
  return Buffer.from(message.toString('latin1'), encoding);
}

function decompressed(
  message: Buffer,
  decompress: (message: Buffer, options: { maxOutputLength: number }) => Buffer,
): Buffer | undefined {
  try {
    return decompress(message, { maxOutputLength: LONGEST });
  } catch {
    return undefined;
  }
}

/** The messages as they are, and as every way of decoding leaves them that fits all of them, up to two in a row; each also without what is constant. */
function readings(messages: Buffer[]): Buffer[][] {
  const once = decodings(messages);
  const all = [messages, ...once, ...once.flatMap(decodings)];
  return all.flatMap((reading) => [reading, withoutConstant(reading)]);
}

function decodings(messages: Buffer[]): Buffer[][] {
  return DECODERS.flatMap((decoder) => {
    const read = messages.map(decoder);
    return read.every((message) => message !== undefined) ? [read] : [];
  });
}

/** Without the bytes at both ends that all of them share. */
function withoutConstant(messages: Buffer[]): Buffer[] {
  const before = sharedLength(messages, (message, at) => message[at]);
  const rest = messages.map((message) => message.subarray(before));
  const after = sharedLength(rest, (message, at) => message[message.length - 1 - at]);
  return rest.map((message) => message.subarray(0, message.length - after));
}

function sharedLength(
  [first, ...others]: Buffer[],
  byteOf: (message: Buffer, at: number) => number | undefined,
): number {
  let length = 0;
  while (first && length < first.length && others.every((other) => byteOf(other, length) === byteOf(first, length)))
    length += 1;
  return length;
}

function isTranslation(from: Buffer[], to: Buffer[]): boolean {
  if (from.some((message, nth) => message.length !== to[nth]!.length)) return false;
  const backwards = from.map((message) => Buffer.from(message).reverse());
  return [from, backwards].some(
    (read) =>
      isSubstitution(read, to) || isKeyed(read, to, (a, b) => a ^ b) || isKeyed(read, to, (a, b) => (b - a) & 0xff),
  );
}

/** Whether the same byte always becomes the same other one, and no two become one. */
function isSubstitution(from: Buffer[], to: Buffer[]): boolean {
  const becomes = new Map<number, number>();
  const comesFrom = new Map<number, number>();
  let foretold = 0;
  for (const [nth, message] of from.entries()) {
    for (const [at, byte] of message.entries()) {
      const other = to[nth]![at]!;
      if (becomes.has(byte)) foretold += 1;
      if ((becomes.get(byte) ?? other) !== other || (comesFrom.get(other) ?? byte) !== byte) return false;
      becomes.set(byte, other);
      comesFrom.set(other, byte);
    }
  }
  return foretold >= FORETOLD;
}

/** Whether what lies between the two bytes depends on their place only. */
function isKeyed(from: Buffer[], to: Buffer[], between: (a: number, b: number) => number): boolean {
  const key: number[] = [];
  let foretold = 0;
  for (const [nth, message] of from.entries()) {
    for (const [at, byte] of message.entries()) {
      const now = between(byte, to[nth]![at]!);
      if (key[at] !== undefined) foretold += 1;
      if ((key[at] ?? now) !== now) return false;
      key[at] = now;
    }
  }
  return foretold >= FORETOLD;
}
