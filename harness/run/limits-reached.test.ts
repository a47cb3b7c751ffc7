import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findToolchain } from '../program/toolchains.js';
import { inWords, ProbeGrader } from './test/probe-grader.js';

let grader: ProbeGrader;
beforeAll(async () => {
  grader = await ProbeGrader.open('udp');
});
afterAll(() => grader.close());

const PYTHON = 'import os, socket, sys, time\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n';
const BIND = 's.bind(("127.0.0.1", 5550))\n';
const ANSWER = 'while True:\n  data, a = s.recvfrom(999)\n  s.sendto(b"got " + data, a)\n';
const python = (...lines: string[]) => ({ 'server.py': `${PYTHON}${lines.join('\n')}` });
/** Lines that run at the first request and then fall silent over whatever comes of them. */
const silently = (lines: string) =>
  python(BIND, 's.recvfrom(999)', `try:\n  ${lines.replaceAll('\n', '\n  ')}\nexcept OSError: pass`, 's.recvfrom(999)');

const C = `#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
int main(void) {
  int s = socket(AF_INET, SOCK_DGRAM, 0);
  struct sockaddr_in me = {.sin_family = AF_INET, .sin_port = htons(5550)}, from;
  socklen_t length = sizeof from;
  char data[1000], name[40];
  static char block[1 << 20];
  bind(s, (void *)&me, sizeof me);
  recvfrom(s, data, sizeof data, 0, (void *)&from, &length);
`;
const c = (lines: string) => ({ 'server.c': `${C}${lines}\n}\n` });
const table = (bytes: number) => ({
  'server.c': `#include <sys/socket.h>\nchar table[${bytes}] = {1};\nint main(void) { bind(0, 0, 0); listen(0, 0); }\n`,
});
const node = (lines: string) => ({
  'server.js': `const dgram = require('dgram'), fs = require('fs');
const s = dgram.createSocket('udp4');
s.on('message', (data, from) => {
${lines}
});
s.bind(5550, '127.0.0.1');
`,
});
const java = (lines: string) => ({
  'Server.java': `import java.net.*; import java.io.*; import java.util.*;
public class Server {
  public static void main(String[] args) throws Exception {
    DatagramSocket s = new DatagramSocket(5550);
    byte[] data = new byte[999];
    DatagramPacket p = new DatagramPacket(data, data.length);
    s.receive(p);
    List<Object> held = new ArrayList<>();
${lines}
  }
}
`,
});

const go = (lines: string) => ({
  'server.go': `package main
import ("fmt"; "log"; "net"; "os")
func main() {
  s, _ := net.ListenPacket("udp", "127.0.0.1:5550")
  data := make([]byte, 15_000_000)
  s.ReadFrom(data)
  for n := 0; ; n++ {
${lines}
    if err != nil { log.Fatal(err) }
    data[n], held[fmt.Sprint(n)] = 0, file
  }
}
var held = map[string]*os.File{}
`,
});
const rust = (lines: string) => ({
  'server.rs': `use std::{fs::File, io::Write, net::UdpSocket};
fn main() {
  let s = UdpSocket::bind("127.0.0.1:5550").unwrap();
  let mut data = vec![0u8; 15_000_000];
  s.recv_from(&mut data).unwrap();
  let mut held: Vec<File> = vec![];
  for n in 0.. {
${lines}
  }
}
`,
});
const shell = (lines: string) => ({
  'server.sh': `python3 -c 'import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(("127.0.0.1", 5550)); s.recvfrom(9)'
for n in $(seq 3 400); do
${lines}
done
`,
});

const TOOLCHAINS = { '.go': 'go', '.rs': 'rust', '.java': 'java', '.c': 'c' } as const;
const found = new Map(
  await Promise.all(
    Object.entries(TOOLCHAINS).map(async ([ending, name]) => [ending, (await findToolchain(name)).found] as const),
  ),
);
/** Those in languages that this machine has: in another one nothing is judged. */
function inLanguagesHere<Words>(
  rows: [string, Record<string, string>, Words][],
): [string, Record<string, string>, Words][] {
  return rows.filter(([, files]) =>
    Object.keys(files).every((name) => found.get(name.slice(name.lastIndexOf('.'))) ?? true),
  );
}

async function server(files: Record<string, string>): Promise<string> {
  return inWords((await grader.grade(files)).checks[0]!);
}

const OPEN_FILES = 'The server used up the 256 files and sockets that it may have open at once';
const FULL = 'The server filled the 256 MB of its folder';
const COUNT = 'The server used up the 32768 files and folders that its folder may hold';
const LARGE = 'The server wanted to write a file larger than 16 MB';

const FILL = 'for n in range(40):\n  with open("%d" % n, "wb") as f: f.write(b"x" * 15_000_000)';
/** All but a megabyte. */
const NEARLY =
  'for n in range(16): open("%d" % n, "wb").write(b"x" * (16_700_000 if n < 15 else 16_777_216 - 200_000))';
const MANY = 'for n in range(40_000): os.close(os.open("/tmp/%d" % n, os.O_CREAT))';
const FILL_C = `for (int n = 0; n < 40; n++) {
    sprintf(name, "%d", n);
    FILE *f = fopen(name, "w");
    for (int part = 0; part < 15; part++) if (fwrite(block, sizeof block, 1, f) != 1) { FAILS }
    if (fclose(f)) { FAILS }
  }`;

describe.concurrent('a server that', () => {
  test.each(
    inLanguagesHere<string>([
      [
        'holds sockets in Python until there are no more, and dies of it',
        python(BIND, 's.recvfrom(999)', 'held = []', 'while True: held.append(socket.socket())'),
        `open-files: ${OPEN_FILES}: OSError: [Errno 24] Too many open files (server.py, line 7).`,
      ],
      [
        'opens files in Python before it binds, and dies of it',
        python('held = [open("/dev/null") for _ in range(300)]'),
        `open-files: ${OPEN_FILES}: OSError: [Errno 24] Too many open files: '/dev/null' (server.py, line 3).`,
      ],
      [
        'holds sockets in Python until there are no more, and falls silent',
        silently('held = []\nwhile True: held.append(socket.socket())'),
        `open-files: ${OPEN_FILES}.`,
      ],
      [
        'starts programs with three pipes until there are no more descriptors, says so, and falls silent',
        python(
          BIND,
          's.recvfrom(999)',
          'import subprocess',
          'p, held = subprocess.PIPE, [open("/dev/null") for _ in range(248)]',
          'try: subprocess.Popen(["/bin/true"], stdin=p, stdout=p, stderr=p)',
          'except OSError as error: print(error, flush=True)',
          's.recvfrom(999)',
        ),
        `open-files: ${OPEN_FILES}.`,
      ],
      [
        'holds sockets in C until there are no more, and dies of it',
        c('while (socket(AF_INET, SOCK_DGRAM, 0) >= 0);\n  perror("socket"); exit(1);'),
        `open-files: ${OPEN_FILES}: socket: Too many open files.`,
      ],
      [
        'holds sockets in C until there are no more, and falls silent',
        c('while (socket(AF_INET, SOCK_DGRAM, 0) >= 0);\n  pause();'),
        `open-files: ${OPEN_FILES}.`,
      ],
      [
        'opens files in Node until there are no more, and dies of it',
        node('  for (;;) fs.openSync("/dev/null");'),
        `open-files: ${OPEN_FILES}: Error: EMFILE: too many open files, open '/dev/null' (server.js, line 4).`,
      ],
      [
        'opens sockets in Java until there are no more, and falls silent',
        java('    try { while (true) held.add(new DatagramSocket()); } catch (IOException e) {}\n    s.receive(p);'),
        `open-files: ${OPEN_FILES}.`,
      ],
      [
        'fills its folder in Python, and dies of it',
        python(BIND, 's.recvfrom(999)', FILL),
        `full-folder: ${FULL}: OSError: [Errno 28] No space left on device (server.py, line 7).`,
      ],
      ['fills its folder in Python, and falls silent', silently(FILL), `full-folder: ${FULL}.`],
      [
        'fills its folder before it binds, and never does',
        python(FILL.replace('for', 'try:\n for'), 'except OSError: s.recvfrom(999)'),
        `full-folder: ${FULL}.`,
      ],
      [
        'fills its folder in C, and dies of it',
        c(FILL_C.replaceAll('FAILS', 'perror("write"); exit(1);')),
        `full-folder: ${FULL}: write: No space left on device.`,
      ],
      [
        'fills its folder in C, and ends without a word',
        c(FILL_C.replaceAll('FAILS', 'exit(1);')),
        `full-folder: ${FULL}.`,
      ],
      ['fills its folder in C, and falls silent', c(FILL_C.replaceAll('FAILS', 'pause();')), `full-folder: ${FULL}.`],
      [
        'fills its folder in Java, and dies of it',
        java(
          '    for (int n = 0; n < 40; n++) try (var out = new FileOutputStream("" + n)) { out.write(new byte[15_000_000]); }',
        ),
        `full-folder: ${FULL}: IOException: No space left on device (Server.java, line 9).`,
      ],
      [
        'makes files without number in Python, and dies of it',
        python(BIND, 's.recvfrom(999)', MANY),
        `file-count: ${COUNT}: OSError: [Errno 28] No space left on device: '/tmp/`,
      ],
      ['makes files without number in Python, and falls silent', silently(MANY), `file-count: ${COUNT}.`],
      [
        'makes files without number in C, and falls silent',
        c(
          'for (int n = 0; n < 40000; n++) {\n    sprintf(name, "%d", n);\n    int f = open(name, O_CREAT, 0600);\n    if (f < 0) pause();\n    close(f);\n  }',
        ),
        `file-count: ${COUNT}.`,
      ],
      [
        'writes too large a file in Python, and dies of it',
        python(BIND, 's.recvfrom(999)', 'open("f", "wb").write(b"x" * 20_000_000)'),
        `file-size: ${LARGE}: OSError: [Errno 27] File too large (server.py, line 6).`,
      ],
      [
        'writes too large a file in Python, and falls silent',
        silently('f = open("f", "wb", buffering=0)\nwhile True: f.write(b"x" * 1_000_000)'),
        `file-size: ${LARGE}.`,
      ],
      [
        'has a process of its own in C hold sockets until there are no more, and waits for it',
        c('if (fork() == 0) while (socket(AF_INET, SOCK_DGRAM, 0) >= 0);\n  pause();'),
        `open-files: ${OPEN_FILES}.`,
      ],
      [
        'opens files in Go until there are no more, and dies of it',
        go('    file, err := os.Open("/dev/null")'),
        `open-files: ${OPEN_FILES}: open /dev/null: too many open files.`,
      ],
      [
        'fills its folder in Go, and dies of it',
        go('    var file *os.File\n    err := os.WriteFile(fmt.Sprint(n), data, 0600)'),
        `full-folder: ${FULL}: write 1`,
      ],
      [
        'opens files in Rust until there are no more, and dies of it',
        rust('    held.push(File::open("/dev/null").unwrap()); data[n] = 0;'),
        `open-files: ${OPEN_FILES}: panic: called`,
      ],
      [
        'fills its folder in Rust, and dies of it',
        rust('    held.push(File::create(n.to_string()).unwrap()); held[n].write_all(&data).unwrap();'),
        `full-folder: ${FULL}: panic: called`,
      ],
      [
        'opens files in a shell until there are no more, and ends',
        shell('eval "exec $n</dev/null" || exit 1'),
        `open-files: ${OPEN_FILES}: /dev/null: Too many open files (server.sh, line 3).`,
      ],
      [
        'fills its folder in a shell, and ends',
        shell('head -c 15000000 /dev/zero > $n || exit 1'),
        `full-folder: ${FULL}.`,
      ],
      [
        'initialises more in C than its compiler may write to one file',
        table(300_000_000),
        'file-size: server.c could not be compiled: the compiler wrote a file larger than 256 MB and was ended.',
      ],
      [
        'initialises more in C than its compiler has room for',
        table(150_000_000),
        'full-folder: server.c could not be compiled: the compiler filled the 256 MB of its folder.',
      ],
      [
        'makes its compiler print without end',
        {
          'server.c': '@\n#include "server.c"\n#include "server.c"\nint main(void) { bind(0, 0, 0); listen(0, 0); }\n',
        },
        'output-flood: server.c could not be compiled: the compiler printed more than 8 MB and was ended.',
      ],
    ]),
  )('%s is told which limit it met', async (_, files, words) => {
    expect(await server(files)).toContain(words);
  });

  test.each(
    inLanguagesHere<RegExp>([
      [
        'has two hundred files open, and works',
        python('held = [open("/dev/null") for _ in range(200)]', BIND, ANSWER),
        /^pass got hello$/,
      ],
      [
        'has two hundred files open, and answers nobody',
        python('held = [open("/dev/null") for _ in range(200)]', BIND, 's.recvfrom(999); s.recvfrom(999)'),
        /^no-reply: The server sent no reply; it waits for something else\.$/,
      ],
      [
        'opened as many files as it may once, closed them, and works',
        python(
          'held = []',
          'try:\n  while True: held.append(open("/dev/null"))',
          'except OSError: held.clear()',
          BIND,
          ANSWER,
        ),
        /^pass got hello$/,
      ],
      [
        'has nearly filled its folder, and dies of something else',
        python(NEARLY, BIND, 'data, a = s.recvfrom(999)', 's.sendto("got " + data, a)'),
        /^crashed: The server ended with an error: TypeError: .*\(server\.py, line 7\)\.$/,
      ],
      [
        'has nearly filled its folder, and answers nobody',
        python(NEARLY, BIND, 's.recvfrom(999); s.recvfrom(999)'),
        /^no-reply: The server sent no reply; it waits for something else\.$/,
      ],
      [
        'has filled its folder, and works',
        python(FILL.replace('for', 'try:\n for'), 'except OSError: pass', BIND, ANSWER),
        /^pass got hello$/,
      ],
      [
        'has filled its folder, and dies of something else',
        python(
          FILL.replace('for', 'try:\n for'),
          'except OSError: pass',
          BIND,
          'data, a = s.recvfrom(999)',
          's.sendto("got " + data, a)',
        ),
        /^crashed: The server ended with an error: TypeError: /,
      ],
      [
        'says that there is no room, where there is',
        python(BIND, 's.recvfrom(999)', 'raise OSError(28, os.strerror(28))'),
        /^crashed: The server ended with an error: OSError: \[Errno 28\] No space left on device/,
      ],
      [
        'says that it has too many files open, has none, and answers nobody',
        python(BIND, 's.recvfrom(999); print(os.strerror(24), flush=True); s.recvfrom(999)'),
        /^no-reply: /,
      ],
      [
        'has sixty processes, each with what it inherits of those before it, and works',
        python(
          'import multiprocessing',
          'def work():',
          ANSWER.replaceAll(/^/gm, '  '),
          'for _ in range(60): multiprocessing.get_context("fork").Process(target=work).start()',
          BIND,
        ),
        /^pass/,
      ],
      [
        'does not compile, while it speaks of a limit of its own',
        {
          'server.c':
            '#include <sys/socket.h>\nint main(void) { int limit = EMFILE; listen(0, 0); puts("fork: Too many open files") }\n',
        },
        /^does-not-build: server\.c is C that does not compile\.$/,
      ],
    ]),
  )('%s is told nothing of a limit', async (_, files, words) => {
    expect(await server(files)).toMatch(words);
  });
});
