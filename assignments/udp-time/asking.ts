import {
  type CheckContext,
  failure,
  ownRequest,
  type Reply,
  type ServerProgram,
  stringsNamed,
  timesIn,
  type UdpPeer,
} from '../../harness/index.js';

export const REQUEST = 'hey server, Set my time';

export type Request = Buffer | string;

/** More words than this in a program's text are no requests. */
const MOST_WORDS = 24;

interface FirstReply {
  reply: Reply;
  request: Request;
}

/**
 * The first reply of a submission's server and the request that brought it: the lecture's; where no time comes back, what the submission's
 * own client sends, an empty datagram, or words that its programs name. That any request is answered is a check of its own.
 * @throws CheckFailure when it answers none of them
 */
export async function firstReply(context: CheckContext): Promise<FirstReply> {
  const server = await context.startServer();
  const asked = await answered(server, REQUEST).catch((error: unknown) => ({ error }));
  if ('text' in asked && tellsSomeTime(asked)) return { reply: asked, request: REQUEST };
  await server.dispose();
  const other = (await inItsClientsWords(context)) ?? (await inWordsItNames(context));
  if (other) return other;
  if ('error' in asked) throw asked.error;
  return { reply: asked, request: REQUEST };
}

async function inItsClientsWords(context: CheckContext): Promise<FirstReply | undefined> {
  const request = await ownRequest(context);
  // A client that sends the time itself would have it from an echo.
  if (!request || tellsSomeTime({ text: String(request) })) return undefined;
  const server = await context.startServer();
  const reply = await answered(server, request).catch(() => undefined);
  await server.dispose();
  if (!reply || !tellsSomeTime(reply)) return undefined;
  context.say('Is asked in the words that its own client sends.');
  return { reply, request };
}

async function inWordsItNames(context: CheckContext): Promise<FirstReply | undefined> {
  const named = context.submission.files.flatMap(({ text }) => stringsNamed(text ?? ''));
  const requests = ['', ...new Set(named.filter((word) => word.length > 0 && word.length <= 40))].slice(0, MOST_WORDS);
  const server = await context.startServer();
  const asking = await Promise.all(requests.map(async (request) => ({ request, peer: await server.udpPeer() })));
  const sentAtEpochMs = Date.now();
  for (const { request, peer } of asking) await peer.send(request, server.at);
  const told = () =>
    asking.find(({ request, peer }) => {
      const text = peer.inbox[0]?.data.toString('utf8') ?? '';
      return tellsSomeTime({ text }) && text.trim() !== request.trim();
    });
  await server.while(() => told() !== undefined);
  const found = told();
  await server.dispose();
  if (!found) return undefined;
  context.say(
    `Is asked with ${found.request === '' ? 'an empty datagram' : `"${found.request}", which its files name`}.`,
  );
  const { data, atEpochMs } = found.peer.inbox[0]!;
  return { request: found.request, reply: { data, text: data.toString('utf8'), sentAtEpochMs, atEpochMs } };
}

function tellsSomeTime({ text }: { text: string }): boolean {
  return timesIn(text).length > 0;
}

/**
 * The server's reply to a request.
 * @throws CheckFailure when none comes, or nothing but the request itself
 */
export async function answered(server: ServerProgram, request: Request, from?: UdpPeer): Promise<Reply> {
  const reply = await server.ask(from ?? (await server.udpPeer()), request);
  if (reply.data.length > 0 && reply.text.trim() === String(request).trim())
    throw failure('echo', 'The server sent back the very request that it received.', {
      sent: request,
      received: reply.data,
      expected: 'the current date and time',
    });
  return reply;
}
