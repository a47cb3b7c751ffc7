import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { LIVE_EVENTS, type LiveServer, serveLive } from './serve-live.js';

const servers: LiveServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(render: () => string | Promise<string>, port?: number): Promise<LiveServer> {
  const server = await serveLive({ render, ...(port !== undefined && { port }) });
  servers.push(server);
  return server;
}

test('the page is made anew at each request, on loopback only', async () => {
  let count = 0;
  const { url } = await serve(() => `page ${++count}`);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(await (await fetch(url)).text()).toBe('page 1');
  expect(await (await fetch(url)).text()).toBe('page 2');
});

test('every open page hears of a newer one, and of what goes on', async () => {
  const server = await serve(() => 'page');
  const streams = await Promise.all([
    fetch(server.url.slice(0, -1) + LIVE_EVENTS),
    fetch(server.url.slice(0, -1) + LIVE_EVENTS),
  ]);
  const readers = streams.map((stream) => stream.body!.pipeThrough(new TextDecoderStream()).getReader());
  await Promise.all(readers.map((reader) => reader.read()));
  server.say('grading\n\nevent: forged');
  server.refresh();
  for (const reader of readers) {
    let heard = '';
    while (!heard.includes('event: page')) heard += (await reader.read()).value ?? '';
    expect(heard).toBe('event: state\ndata: grading event: forged\n\nevent: page\ndata: new\n\n');
  }
});

test('a page that is opened meanwhile is told what goes on, and after a refresh no more', async () => {
  const server = await serve(() => 'page');
  const heardAtOnce = async () => {
    const stream = await fetch(server.url.slice(0, -1) + LIVE_EVENTS);
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    server.say('end');
    while (!heard.includes('data: end')) heard += (await reader.read()).value ?? '';
    return heard;
  };
  server.say('grading');
  expect(await heardAtOnce()).toContain('data: grading');
  server.refresh();
  expect(await heardAtOnce()).not.toContain('data: grading');
});

test('another host’s name is refused, whoever it resolves to', async () => {
  const { url } = await serve(() => 'secret');
  const status = await new Promise((resolve, reject) => {
    request(url, { headers: { host: 'evil.example' } }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
  expect((await fetch(`${url}etc/passwd`)).status).toBe(404);
  expect((await fetch(url, { method: 'POST' })).status).toBe(405);
});

test('a page that cannot be made is an answer, not the end of the server', async () => {
  let broken = true;
  const { url } = await serve(() => {
    if (broken) throw new Error('no result yet');
    return 'fine';
  });
  const first = await fetch(url);
  expect([first.status, await first.text()]).toEqual([500, 'The page could not be made: no result yet']);
  broken = false;
  expect(await (await fetch(url)).text()).toBe('fine');
});

test('a port that is taken is an error, and closing frees the port while pages are open', async () => {
  const first = await serve(() => 'page');
  const port = Number(new URL(first.url).port);
  await expect(serveLive({ render: () => '', port })).rejects.toThrow('EADDRINUSE');
  const stream = await fetch(first.url.slice(0, -1) + LIVE_EVENTS);
  await first.close();
  await stream.body?.cancel().catch(() => undefined);
  expect(await (await fetch((await serve(() => 'again', port)).url)).text()).toBe('again');
});
