import { dnsWords } from './dns-words.js';
import { dataText, type LadderEvent, rawBytes } from './ladder.js';
import { byteCountText } from './times.js';

type Payload = Extract<LadderEvent, { type: 'datagram' | 'segment' }>;
type Endpoint = Payload['from'];

/** What a datagram or segment carries, for a person: DNS in words, text as text, other bytes in hexadecimal. */
type PayloadView = { as: 'dns' | 'hex' | 'words'; text: string } | { as: 'text'; text: string };

/** Chooses how a payload is best shown in one line. */
export function payloadView(event: Payload): PayloadView {
  const raw = rawBytes(event.data);
  if (raw.length === 0) return { as: 'words', text: 'empty' };
  if (isDns(event)) {
    const words = dnsWords(raw) ?? dnsWords(raw.subarray(2));
    if (words !== undefined) return { as: 'dns', text: words };
  }
  const text = dataText(event.data);
  if (isMostlyText(text)) return { as: 'text', text };
  return { as: 'hex', text: raw.toString('hex', 0, 64).replace(/(..)(?=.)/g, '$1 ') };
}

/** Whether few of the bytes are no text: a letter in another encoding, not a packed number. */
function isMostlyText(text: string): boolean {
  const strays = text.match(/[\udc80-\udcff]/g)?.length ?? 0;
  return strays === 0 || (strays <= text.length / 4 && [...text].every((character) => character > '\b'));
}

/** What happened, in a few words, for the events that carry no payload. */
export function eventWords(event: LadderEvent): string {
  switch (event.type) {
    case 'start':
      return `starts: ${event.command}`;
    case 'listen':
      return `listens on ${event.transport.toUpperCase()} ${addressText(event)}`;
    case 'stdin':
      return 'typed';
    case 'stdout':
      return 'prints';
    case 'stderr':
      return 'prints an error';
    case 'stdin-end':
      return 'input ends';
    case 'exit':
      return exitWords(event);
    case 'datagram':
      return `datagram, ${byteCountText(rawBytes(event.data).length)}`;
    case 'segment':
      return `data, ${byteCountText(rawBytes(event.data).length)}`;
    case 'connect':
      return 'connect';
    case 'close':
      return 'close';
    case 'reset':
      return 'reset';
    case 'note':
      return event.text;
  }
}

/** How a program ended. */
export function exitWords(event: Extract<LadderEvent, { type: 'exit' }>): string {
  if (event.stopped) return 'stopped by the grader';
  if (event.signal !== null)
    return `ended by ${event.signal}${event.code === null ? '' : `, or with exit code ${event.code}`}`;
  return `ends with exit code ${event.code ?? 'unknown'}`;
}

/** `127.0.0.1:5550`, or `[::1]:5550`. */
export function addressText({ address, port }: Pick<Endpoint, 'address' | 'port'>): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

function isDns(event: Payload): boolean {
  return [event.from, event.to].some((end) => end.port === 53 || end.party.startsWith('resolver'));
}
