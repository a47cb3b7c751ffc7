import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { type DnsMessage, type DnsQuestion, type DnsRecord, decodeDns, encodeDns } from './dns-message.js';
import type { Rng } from './dns-random.js';
import { lookUp, type Wildcard, type Zone } from './dns-zone.js';
import { TcpPeer } from './tcp-peer.js';
import type { Transcript, Transport } from './transcript.js';
import { plain, UdpPeer } from './udp-peer.js';

/** What the resolver does with a question. `silent` leaves it unanswered. */
type ResolverBehaviour = 'answer' | 'servfail' | 'refused' | 'silent';

export interface ResolverOptions {
  address: string;
  /** Default 53; 0 takes one that is free for both transports. */
  port?: number;
  transcript: Transcript;
  zones: Zone[];
  /** For every question, or chosen for each. Default `answer`. */
  behaviour?: ResolverBehaviour | ((question: DnsQuestion) => ResolverBehaviour);
  wildcard?: Wildcard;
  /** Orders the addresses of an answer; without it they go round, one place with each answer. */
  rng?: Rng;
  /** Who asks, for the transcript. Default `script`. */
  asker?: string;
}

/** One question, and what it was answered. */
export interface ResolverQuery {
  name: string;
  type: string;
  transport: Transport;
  atMs: number;
  answered:
    | {
        rcode: DnsMessage['rcode'];
        records: DnsRecord[] /** Too long for a datagram: sent without records. */;
        truncated: boolean;
      }
    | 'nothing';
}

export interface Resolver {
  address: string;
  port: number;
  /** In the order in which they came. */
  queries: ResolverQuery[];
  /** May be changed at any time; they hold for the questions that come then. */
  zones: Zone[];
  behaviour: NonNullable<ResolverOptions['behaviour']>;
  close(): Promise<void>;
}

/** Without EDNS a datagram carries 512 bytes (RFC 1035, section 4.2.1). */
const PLAIN_LIMIT = 512;
/** What we say that we take, as most servers do (DNS flag day 2020). */
const OUR_UDP_SIZE = 1232;

/**
 * Starts the arena's resolver: it has all the data itself and answers for the whole name space, over UDP and TCP. Names outside its
 * zones do not exist, unless `wildcard` knows them.
 *
 * @throws the socket's error when the address or port cannot be bound.
 */
export async function startResolver(options: ResolverOptions): Promise<Resolver> {
  const { transcript, address, port = 53, asker = 'script' } = options;
  const state: Pick<Resolver, 'queries' | 'zones' | 'behaviour'> = {
    queries: [],
    zones: options.zones,
    behaviour: options.behaviour ?? 'answer',
  };
  const { peer, server } = await bindBoth(address, port, asker, transcript);
  let turn = 0;
  const ordered = (records: DnsRecord[]) => orderAddresses(records, options.rng ?? (() => turn++));
  const respond = (data: Buffer, transport: Transport, atMs: number): Buffer | undefined => {
    try {
      return answer(data, transport, atMs, state, options.wildcard, ordered);
    } catch {
      // A question that can be read and not be written again, such as a name of bytes that are no text.
      return formatError(data);
    }
  };

  peer.onArrival(({ data, from, atMs }) => {
    const response = respond(data, 'udp', atMs);
    if (response) void peer.send(response, from);
  });
  const connections = new Set<TcpPeer>();
  server.on('connection', (socket) => {
    const connection = accept(socket, peer.endpoint.port, asker, transcript);
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
    serve(socket, connection, (data) => respond(data, 'tcp', transcript.nowMs));
  });

  return Object.assign(state, {
    address: peer.endpoint.address,
    port: peer.endpoint.port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const connection of connections) connection.close();
      await Promise.all([peer.close(), closed]);
    },
  });
}

function answer(
  data: Buffer,
  transport: Transport,
  atMs: number,
  state: Pick<Resolver, 'queries' | 'zones' | 'behaviour'>,
  wildcard: Wildcard | undefined,
  ordered: (records: DnsRecord[]) => DnsRecord[],
): Buffer | undefined {
  const decoded = decodeDns(data);
  if (!decoded.ok) return isQuery(data) ? formatError(data) : undefined;
  const { message } = decoded;
  if (message.kind === 'response') return undefined;
  const [question] = message.questions;
  if (!question || message.questions.length > 1) return formatError(data);
  const { name, type } = question;
  const behaviour = typeof state.behaviour === 'function' ? state.behaviour(question) : state.behaviour;
  if (behaviour === 'silent') {
    state.queries.push({ name, type, transport, atMs, answered: 'nothing' });
    return undefined;
  }
  const response = responseTo(message, behaviour, () => lookUp(question, state.zones, wildcard));
  response.answers = ordered(response.answers);
  const limit = transport === 'tcp' ? 0xffff : Math.max(PLAIN_LIMIT, message.edns?.udpPayloadSize ?? 0);
  let bytes = encodeDns(response);
  const truncated = bytes.length > limit;
  if (truncated) bytes = encodeDns({ ...response, tc: true, answers: [], authorities: [], additionals: [] });
  const records = truncated ? [] : response.answers;
  state.queries.push({ name, type, transport, atMs, answered: { rcode: response.rcode, records, truncated } });
  return bytes;
}

function responseTo(
  query: DnsMessage,
  behaviour: Exclude<ResolverBehaviour, 'silent'>,
  look: () => Pick<DnsMessage, 'rcode' | 'aa' | 'answers' | 'authorities'>,
): DnsMessage {
  const { id, opcode, rd, questions, edns } = query;
  const empty = { aa: false, answers: [], authorities: [] };
  const header = { id, kind: 'response' as const, opcode, tc: false, rd, ra: true, questions, additionals: [] };
  const version = edns && edns.version > 0 ? 1 : 0; // BADVERS (16) is an extended RCODE of 1 and an RCODE of 0
  const extra = edns && { edns: { udpPayloadSize: OUR_UDP_SIZE, version: 0, extendedRcode: version } };
  if (version) return { ...header, ...empty, rcode: 'NOERROR', ...extra };
  if (behaviour !== 'answer')
    return { ...header, ...empty, rcode: behaviour === 'servfail' ? 'SERVFAIL' : 'REFUSED', ...extra };
  if (opcode !== 0) return { ...header, ...empty, rcode: 'NOTIMP', ...extra };
  if (questions[0]!.class !== 1) return { ...header, ...empty, rcode: 'REFUSED', ...extra };
  return { ...header, ...look(), ...extra };
}

/** The order of addresses is random from answer to answer, as with real servers; everything else keeps its place. */
function orderAddresses(records: DnsRecord[], rng: Rng): DnsRecord[] {
  const isAddress = ({ type }: DnsRecord) => type === 'A' || type === 'AAAA';
  const addresses = records.filter(isAddress);
  const start = addresses.length > 1 ? rng(addresses.length) % addresses.length : 0;
  const turned = [...addresses.slice(start), ...addresses.slice(0, start)];
  return records.map((record) => (isAddress(record) ? turned.shift()! : record));
}

function isQuery(data: Buffer): boolean {
  return data.length >= 12 && (data[2]! & 0x80) === 0;
}

function formatError(data: Buffer): Buffer {
  const header = { id: data.readUInt16BE(0), kind: 'response' as const, opcode: (data[2]! >> 3) & 15 };
  const flags = { rcode: 'FORMERR' as const, aa: false, tc: false, rd: (data[2]! & 1) === 1, ra: true };
  return encodeDns({ ...header, ...flags, questions: [], answers: [], authorities: [], additionals: [] });
}

/** Over TCP each message follows its length in two bytes (RFC 1035, section 4.2.2); segments cut where they like. */
function serve(socket: Socket, connection: TcpPeer, respond: (data: Buffer) => Buffer | undefined): void {
  let read = 0;
  socket.on('data', () => {
    for (;;) {
      const left = connection.received.subarray(read);
      if (left.length < 2 || left.length < 2 + left.readUInt16BE(0)) return;
      const end = 2 + left.readUInt16BE(0);
      read += end;
      const response = respond(left.subarray(2, end));
      if (!response) continue;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(response.length);
      void connection.send(Buffer.concat([length, response]));
    }
  });
  socket.on('end', () => connection.finish());
}

function accept(socket: Socket, port: number, asker: string, transcript: Transcript): TcpPeer {
  const us = { party: 'resolver', address: plain(socket.localAddress ?? ''), port };
  const them = { party: asker, address: plain(socket.remoteAddress ?? ''), port: socket.remotePort ?? 0 };
  const connection = new TcpPeer(socket, us, them, transcript);
  transcript.record({ type: 'connect', connection: connection.connection, from: them, to: us });
  return connection;
}

/** Binds one port for both transports. With port 0, a number that UDP got may be taken for TCP: then another one. */
async function bindBoth(
  address: string,
  port: number,
  asker: string,
  transcript: Transcript,
): Promise<{ peer: UdpPeer; server: Server }> {
  for (let attempt = 1; ; attempt += 1) {
    const family = address.includes(':') ? 6 : 4;
    const peer = await UdpPeer.open({ party: 'resolver', otherParty: asker, transcript, family, address, port });
    const server = createServer({ allowHalfOpen: true });
    try {
      server.listen({ port: peer.endpoint.port, host: address });
      await once(server, 'listening');
      // A connection that cannot be accepted: its asker is left without an answer, and everybody else has one.
      server.on('error', () => undefined);
      return { peer, server };
    } catch (error) {
      await peer.close();
      if (port !== 0 || attempt === 20) throw error;
    }
  }
}
