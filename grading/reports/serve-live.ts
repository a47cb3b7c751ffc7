import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What `serveLive` serves. */
interface LiveOptions {
  /** Makes the page as it is now; asked at each request. Give the page `live: LIVE_EVENTS`. */
  render: () => string | Promise<string>;
  /** A port of 127.0.0.1; any free one unless told. */
  port?: number;
}

/** A page being served. */
export interface LiveServer {
  url: string;
  /** Tells every open page that there is a newer one. */
  refresh(): void;
  /** Shows a few words in every page that is open or opened, such as "grading…", until the next refresh. */
  say(words: string): void;
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
}

/** The path of the event stream. */
export const LIVE_EVENTS = '/events';

/**
 * Serves one page on 127.0.0.1 and refreshes it in every browser that shows it, by server-sent events.
 * Requests that name another host are refused, so that no web page elsewhere can read it by rebinding its own name.
 * @throws Error when the port is taken.
 */
export async function serveLive(options: LiveOptions): Promise<LiveServer> {
  const watching = new Set<ServerResponse>();
  let said: string | undefined;
  const join = (page: ServerResponse) => {
    watching.add(page);
    page.once('close', () => watching.delete(page));
    if (said !== undefined) page.write(message('state', said));
  };
  const server = createServer((request, response) => {
    answer(request, response, options.render, join).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, PLAIN);
      response.end(`The page could not be made: ${error instanceof Error ? error.message : String(error)}`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const tell = (event: string, data: string) => {
    for (const page of watching) page.write(message(event, data));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    refresh() {
      said = undefined;
      tell('page', 'new');
    },
    say(words) {
      said = words;
      tell('state', words);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function message(event: string, data: string): string {
  return `event: ${event}\ndata: ${data.replace(/[\r\n]+/g, ' ')}\n\n`;
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  render: LiveOptions['render'],
  join: (page: ServerResponse) => void,
): Promise<void> {
  const path = request.url?.split('?')[0];
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) {
    response.writeHead(403, PLAIN).end('This page is for this machine only.');
  } else if (request.method !== 'GET') {
    response.writeHead(405, PLAIN).end('Only GET.');
  } else if (path === LIVE_EVENTS) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 1000\n\n');
    join(response);
  } else if (path === '/') {
    const page = await render();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page);
  } else {
    response.writeHead(404, PLAIN).end('There is nothing here but the page itself.');
  }
}
