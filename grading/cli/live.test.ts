import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, sample, startNetgrade, until } from './test/netgrade.js';

// Saves are made at once: a busy machine may keep this process from writing long after it has opened the file, and an empty file would be
// graded meanwhile.

async function lecturePair(): Promise<{ folder: string; server: string; text: string }> {
  const text = await readFile(join(sample('udp-hello', 'lecture'), 'server.py'), 'utf8');
  const folder = await folderWith({ 'server.py': text });
  return { folder, server: join(folder, 'server.py'), text };
}

/** What a running command has printed so far. */
function printedBy(running: ReturnType<typeof startNetgrade>): () => string {
  let text = '';
  running.stdout!.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}

test('--watch grades again at a save, tells what changed, takes a burst for one save, and ends with Ctrl-C', async () => {
  const { folder, server, text } = await lecturePair();
  const running = startNetgrade([
    'check',
    'udp-hello',
    folder,
    '--role',
    'server',
    '--only',
    'greets-in-its-own-words',
    '--watch',
  ]);
  const printed = printedBy(running);
  await until(() => printed().includes('20 of 20'), 'the first report', 50_000);

  const echo = text.replace('Sdata="Hello Client"', 'Sdata=Rdata');
  expect(echo).not.toBe(text);
  for (let write = 0; write < 4; write++) writeFileSync(server, echo);
  await until(() => printed().includes('15 of 20, was 20'), 'the second report');
  expect(printed()).toContain('✗ The server sends a greeting of its own, not the text it received');
  expect(printed()).toContain('The server sent back the very text that it received.');
  expect(printed().split('was 20')[1]).not.toContain('sends a reply to the address');

  writeFileSync(server, text);
  await until(() => printed().includes('20 of 20, was 15'), 'the third report');
  expect(printed().match(/\d\d:\d\d:\d\d/g)).toHaveLength(2);

  running.kill('SIGINT');
  expect((await running).exitCode).toBe(0);
});

test('--watch waits for the next save where the manifest is wrong', async () => {
  const folder = await folderWith({ 'netgrade.yml': 'server: gone.py\n' });
  const running = startNetgrade(['check', 'udp-hello', folder, '--only', 'answers-a-datagram', '--watch']);
  const printed = printedBy(running);
  await until(() => printed().includes('there is no such file'), 'the complaint');
  writeFileSync(join(folder, 'netgrade.yml'), '');
  await until(() => printed().includes('0 of 15'), 'a report');
  running.kill('SIGINT');
  expect((await running).exitCode).toBe(0);
});

test('--watch sees a save by renaming, a folder that was deleted and made again, and another one in its place', async () => {
  const { folder, server, text } = await lecturePair();
  const running = startNetgrade(['check', 'udp-hello', folder, '--only', 'greets-in-its-own-words', '--watch']);
  const printed = printedBy(running);
  await until(() => printed().includes('20 of 20'), 'the first report', 50_000);
  writeFileSync(`${server}.tmp`, text.replace('Sdata="Hello Client"', 'Sdata=Rdata'));
  renameSync(`${server}.tmp`, server);
  await until(() => printed().includes('15 of 20, was 20'), 'the report after the renaming');
  await rm(folder, { recursive: true });
  await until(() => printed().includes('There is no file or folder'), 'the complaint');
  mkdirSync(folder);
  writeFileSync(server, text);
  await until(() => printed().includes('20 of 20, was 15'), 'the report on the new folder');
  const other = await folderWith({ 'server.py': text.replace('Sdata="Hello Client"', 'Sdata=Rdata') });
  renameSync(folder, join(await folderWith(), 'before'));
  renameSync(other, folder);
  await until(() => printed().split('15 of 20, was 20').length === 3, 'the report on another folder in its place');
  running.kill('SIGINT');
  expect((await running).exitCode).toBe(0);
});

test("--open serves the student's page on loopback and tells it of each new result", async () => {
  const { folder, server, text } = await lecturePair();
  const running = startNetgrade(['check', 'udp-hello', folder, '--only', 'greets-in-its-own-words', '--open'], {
    env: { DISPLAY: '', WAYLAND_DISPLAY: '' },
  });
  const printed = printedBy(running);
  await until(() => /http:\S+/.test(printed()), 'the address');
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed()) ?? [];
  const page = async (): Promise<string> => (await fetch(url)).text();
  await until(async () => (await page()).includes('<title>20/20'), 'the first result');
  const events = (await fetch(`${url}events`)).body!.getReader();
  let heard = '';
  const listening = (async () => {
    for (let part = await events.read(); !part.done; part = await events.read())
      heard += Buffer.from(part.value).toString();
  })().catch(() => undefined);
  writeFileSync(server, text.replace('Sdata="Hello Client"', 'Sdata=Rdata'));
  await until(() => heard.includes('event: page'), 'the event');
  expect(await page()).toContain('<title>15/20');
  writeFileSync(join(folder, 'netgrade.yml'), 'server: gone.py\n');
  await until(async () => (await page()).includes('<title>0/20'), 'the result of a manifest that is wrong');
  expect(await page()).toContain('there is no such file');
  await rm(folder, { recursive: true });
  await until(() => /event: state\ndata: .*There is no file or folder/.test(heard), 'why nothing can be graded');
  expect(await page()).toContain('<title>0/20');
  running.kill('SIGINT');
  expect((await running).exitCode).toBe(0);
  await listening;
});
