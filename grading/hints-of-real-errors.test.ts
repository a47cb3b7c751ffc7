import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lastLines } from '../harness/expect/last-lines.js';
import { programError } from '../harness/expect/program-error.js';
import { findToolchain, type Toolchain } from '../harness/program/toolchains.js';
import type { Role } from '../harness/run/verdict.js';
import { hintFor } from './explain/hints.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netgrade-errors-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a wrong program and gives what is told of its end, once from all that it wrote and once from what a report keeps of it. */
async function told(language: Toolchain & ('python' | 'node'), text: string, role: Role, transport: 'udp' | 'tcp') {
  const toolchain = await findToolchain(language);
  if (!toolchain.found) throw new Error(toolchain.missing);
  const file = join(folder, language === 'python' ? 'server.py' : 'server.js');
  await writeFile(file, text);
  const command = toolchain.commands[language === 'python' ? 'python3' : 'node']!;
  const { stderr } = await execa(command, [file], { reject: false, input: '', timeout: 30_000 });
  const hints = [stderr, lastLines(stderr)].map((words) => {
    const error = programError(words, language);
    return hintFor({ code: 'crashed', summary: 'It ended.', language, ...(error && { error }) }, { role, transport });
  });
  return hints;
}

const UDP = 'import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n';
const TCP = 'import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_STREAM)\n';

test.each<[string, string, RegExp, Role?, ('udp' | 'tcp')?]>([
  // The socket and its address
  ['a text to sendto', `${UDP}s.sendto("hi", ("127.0.0.1", 9))`, /^Line 3: A socket sends bytes, and this is text/],
  ['a number to sendto', `${UDP}s.sendto(11, ("127.0.0.1", 9))`, /^Line 3: .*this is a number.*str\(result\)/],
  ['sendto without an address', `${UDP}s.sendto(b"hi")`, /must be told where to/],
  ['bind with two arguments', `${UDP}s.bind("127.0.0.1", 5550)`, /one pair/],
  ['bind with one text', `${UDP}s.bind("127.0.0.1:5550")`, /one pair/],
  ['a port that is text', `${UDP}s.bind(("127.0.0.1", "5550"))`, /The port is text here/],
  ['a port that is too large', `${UDP}s.bind(("127.0.0.1", 99999))`, /from 0 to 65535/],
  ['an address of another computer', `${UDP}s.bind(("192.0.2.1", 0))`, /address of its own computer/],
  ['recvfrom without a size', `${UDP}s.recvfrom()`, /how many bytes/],
  ['recvfrom on a TCP socket', `${TCP}s.recvfrom(9)`, /This socket is a TCP one.*SOCK_DGRAM/],
  ['accept without listen', `${TCP}s.bind(("127.0.0.1", 0))\ns.accept()`, /`listen` before `accept`/, 'server', 'tcp'],
  ['send without connect', `${TCP}s.send(b"x")`, /closed the connection/, 'client', 'tcp'],
  ['listen on a UDP socket', `${UDP}s.listen(5)`, /no `listen` and no `accept`/],
  ['listen on a UDP socket where TCP is asked', `${UDP}s.listen(5)`, /For TCP, make it/, 'server', 'tcp'],
  [
    'too many open files',
    'import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))\nkept = [open("/dev/null") for _ in range(30)]',
    /open new files or sockets and never close them/,
  ],
  ['a file without end', 'import os\nraise OSError(27, os.strerror(27))', /write a very large file/],
  ['a folder that is full', 'import os\nraise OSError(28, os.strerror(28))', /no room left where it wrote/],
  ['a socket used after close', `${UDP}s.close()\ns.recvfrom(9)`, /closed before it was used/],
  [
    'a port that is taken',
    `${UDP}s.bind(("127.0.0.1", 0))\nsocket.socket(socket.AF_INET, socket.SOCK_DGRAM).bind(s.getsockname())`,
    /taken already/,
  ],
  [
    'a client that binds',
    `${UDP}s.bind(("127.0.0.1", 0))\nsocket.socket(socket.AF_INET, socket.SOCK_DGRAM).bind(s.getsockname())`,
    /client needs no port of its own/,
    'client',
  ],
  [
    'nobody who listens',
    `${TCP}t = socket.socket()\nt.bind(("127.0.0.1", 0))\ns.connect(t.getsockname())`,
    /Nobody listens/,
    'client',
    'tcp',
  ],
  ['a timeout', `${UDP}s.settimeout(0.01)\ns.recvfrom(9)`, /settimeout/],
  ['send on a UDP socket', `${UDP}s.send(b"x")`, /does not say where to/],
  ['a method that there is not', `${UDP}s.recieve(9)`, /no `recieve`/],
  [
    'recvfrom not taken apart',
    `${UDP}s.bind(("127.0.0.1", 0))\ns.sendto(b"x", s.getsockname())\nd = s.recvfrom(9)\nd.decode()`,
    /returns two things/,
  ],
  // Text and bytes
  ['bytes split by text', 'b"5+6".split("+")', /Decode it first/],
  ['bytes joined to text', '"=" + b"5"', /cannot be joined/],
  ['decode of a text', '"x".decode("UTF-8")', /text already/],
  ['encode of bytes', 'b"x".encode("UTF-8")', /bytes already/],
  ['a number joined to text', '"= " + 5', /cannot be joined with `\+`/],
  ['other letters as ascii', '"é".encode().decode("ascii")', /UTF-8/],
  ['datetime without str', 'import datetime\ndatetime.datetime.now().encode("UTF-8")', /str\(datetime\.now\(\)\)/],
  ['a text that bytes became', 'float(str(b"5"))', /quotes included/],
  ['a decimal as int', 'int("2.5")', /whole numbers only/],
  ['division by zero', 'a = 0\n5 / a', /^Line 2: Somebody divides by zero/],
  ['too few parts', 'a, b, c = "5+6".split()', /more or fewer parts/],
  ['eval of nonsense', 'eval("5 +")', /^Line 1: `eval`/],
  ['eval of a name', 'eval("hello")', /^Line 1: `eval`/],
  // Names
  ['raw_input', 'x = raw_input("a")', /Python 2.*`input\(\)`/],
  ['a missing import', 's = socket.socket()', /Is `import socket` missing/],
  ['a misspelt name', 'Rdata = 1\nprint(rdata)', /There is no `rdata`; there is a `Rdata`/],
  ['an unknown name', 'print(answer)', /`answer` has no value yet/],
  ['datetime of the module', 'import datetime\ndatetime.now()', /from datetime import datetime/],
  ['the end of the input', 'input()', /The input has ended/],
  // Reading the program
  ['a print statement', 'print "x"', /Python 2/],
  ['an except of Python 2', 'try:\n  pass\nexcept Exception, e:\n  pass', /Python 2/],
  ['curly quotes', 'print(“x”)', /[Cc]urly quotes/],
  ['rich text', '{\\rtf1\\ansi\\ansicpg1252\nimport socket', /saved? it again as plain text/i],
  ['a code fence', '```python\nimport socket', /copied along/],
  ['a copied prompt', '>>> import socket', /sign in front/],
  ['the colon of a slide', ': #server\nimport socket', /sign in front/],
  ['tabs and spaces', 'if 1:\n\tx = 1\n        y = 2', /tabs and some with spaces/],
  ['an open bracket', 's.bind(("127.0.0.1", 5550)\nprint("x")', /never closed/],
  ['a missing colon', 'while True\n  pass', /colon is missing/],
  ['a missing indent', 'while True:\nprint(1)', /must be indented/],
  ['a copied no-break space', 'x = 1\n\u00a0y = 2', /invisible space/],
])('Python: %s', async (_, text, expected, role = 'server', transport = 'udp') => {
  for (const hint of await told('python', text, role, transport)) expect(hint).toMatch(expected);
});

const DGRAM = 'const dgram = require("dgram");\nconst s = dgram.createSocket("udp4");\n';

test.each<[string, string, RegExp]>([
  ['a number to send', `${DGRAM}s.send(5, 9, "127.0.0.1");`, /text or a Buffer/],
  [
    'a port that is taken',
    `${DGRAM}s.bind(0, "127.0.0.1", () => dgram.createSocket("udp4").bind(s.address().port, "127.0.0.1"));`,
    /taken already/,
  ],
  ['nobody who listens', 'require("net").createConnection(1, "127.0.0.1");', /Nobody listens/],
  ['a name that there is not', `${DGRAM}info.port;`, /^Line 3: There is no `info`/],
  ['a module that was not loaded', 'dgram.createSocket("udp4");', /require\("dgram"\)/],
  ['an open bracket', `${DGRAM}s.on("message", (m) => {\n  m;\n}\n`, /Count the brackets|is missing/],
  ['curly quotes', 'console.log(“x”);', /[Cc]urly quotes/],
  ['a part that is not there', '"5+6".split(" ")[1].trim();', /before the dot is undefined/],
  ['a port that is none', `${DGRAM}s.send("x", 0, "127.0.0.1");`, /number from 1 to 65535/],
])('JavaScript: %s', async (_, text, expected) => {
  for (const hint of await told('node', text, 'server', 'udp')) expect(hint).toMatch(expected);
});
