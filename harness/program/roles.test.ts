import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../package-root.js';
import { growth, TWICE_LINEAR } from '../test/growth.js';
import { castOf, type Role } from './roles.js';
import { readSubmission } from './submission.js';

const BOTH: Role[] = ['server', 'client'];

/** Who is what, by name, of files given as name and text. */
function cast(files: Record<string, string>, wanted: Role[] = BOTH): Record<string, string[]> {
  const submitted = Object.entries(files).map(([path, text]) => ({ path, text, executable: false }));
  const found = castOf(submitted, wanted);
  return Object.fromEntries(
    Object.entries(found).flatMap(([role, programs]) =>
      programs.length > 0 ? [[role, programs.map((file) => file.path)]] : [],
    ),
  );
}

const udpServer =
  'import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ns.bind(("127.0.0.1", 5550))\nd, a = s.recvfrom(99)\ns.sendto(d, a)\n';
const udpClient =
  'import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ns.sendto(b"hi", ("127.0.0.1", 5550))\nprint(s.recvfrom(99))\n';
const tcpServer =
  'import socket\ns = socket.socket()\ns.bind(("127.0.0.1", 5550))\ns.listen(5)\nc, a = s.accept()\nc.send(c.recv(99))\n';
const tcpClient =
  'import socket\ns = socket.socket()\ns.connect(("127.0.0.1", 5550))\ns.send(b"hi")\nprint(s.recv(99))\n';

describe('of servers that are alike', () => {
  test.each(['server - Copy.py', 'server (1).py', 'server_old.py', 'backup/server.py'])(
    'the one with nothing but its name is the server, not %s',
    (other) => {
      const files = { [other]: udpServer, 'server.py': udpServer, 'client.py': udpClient };
      expect(cast(files)).toEqual({ server: ['server.py'], client: ['client.py'] });
    },
  );
});

describe('what the code does decides', () => {
  test.each([
    ['server.py', 'client.py'],
    ['a.py', 'b.py'],
    ['client.py', 'server.py'],
    ['udp_client.py', 'udp_server.py'],
  ])('%s waits and %s reaches out', (server, client) => {
    expect(cast({ [server]: udpServer, [client]: udpClient })).toEqual({ server: [server], client: [client] });
    expect(cast({ [server]: tcpServer, [client]: tcpClient })).toEqual({ server: [server], client: [client] });
  });

  test('a client that binds a port of its own is still the client', () => {
    const binding = udpClient.replace('s.sendto', 's.bind(("127.0.0.1", 6000))\ns.sendto');
    expect(cast({ 'one.py': udpServer, 'two.py': binding })).toEqual({ server: ['one.py'], client: ['two.py'] });
  });

  test('a server that never binds is the server by its name', () => {
    expect(cast({ 'server.py': udpServer.replace(/s\.bind.*\n/, ''), 'client.py': udpClient })).toEqual({
      server: ['server.py'],
      client: ['client.py'],
    });
  });

  test.each(['server.py', 'servidor.py', 'MyServer.py', 'srv.py'])(
    'one that only waits for the network, called %s, is a server',
    (name) => {
      expect(cast({ [name]: udpServer })).toEqual({ server: [name] });
    },
  );

  test('a lone client leaves no server', () => {
    expect(cast({ 'client.py': tcpClient })).toEqual({ client: ['client.py'] });
    expect(cast({ 'main.py': tcpClient })).toEqual({ client: ['main.py'] });
  });

  test('what stands in comments is no program', () => {
    const commented = (text: string) => text.replace(/^/gm, '# ');
    expect(cast({ 'server.py': udpServer, 'client.py': commented(udpClient) })).toEqual({ server: ['server.py'] });
    expect(cast({ 'both.py': `${commented(tcpServer)}\n${tcpClient}` })).toEqual({ client: ['both.py'] });
    expect(cast({ 'both.py': `"""\n${tcpServer}"""\n${tcpClient}` })).toEqual({ client: ['both.py'] });
    expect(
      cast({
        'a.c': `/* ${'listen(s, 5); accept(s);'} */\n#include <sys/socket.h>\nint main() { connect(s); send(s); }`,
      }),
    ).toEqual({ client: ['a.c'] });
  });

  test('a second server beside a client counts once', () => {
    const found = cast({ 'server.py': tcpServer, 'old_server.py': tcpServer, 'client.py': tcpClient });
    expect(found.server).toHaveLength(1);
    expect(found.client).toEqual(['client.py']);
  });
});

describe('several files', () => {
  test('four clients come in the order of their numbers', () => {
    const names = ['client10.py', 'client2.py', 'client1.py', 'client3.py'];
    const files = Object.fromEntries(names.map((name) => [name, tcpClient]));
    expect(cast({ ...files, 'server.py': tcpServer })).toEqual({
      server: ['server.py'],
      client: ['client1.py', 'client2.py', 'client3.py', 'client10.py'],
    });
  });

  test.each([
    ['from settings import PORT', 'settings.py'],
    ['import settings', 'settings.py'],
    ['import os, settings', 'settings.py'],
    ['from .settings import PORT', 'settings.py'],
  ])('a Python module that is imported by %j is no program', (line, module) => {
    expect(
      cast({
        'server.py': `${line}\n${tcpServer}`,
        'client.py': `${line}\n${tcpClient}`,
        [module]: 'import socket\nPORT = 1\ndef send(s): s.sendall(b"")\n',
      }),
    ).toEqual({
      server: ['server.py'],
      client: ['client.py'],
    });
  });

  test('a module that also runs by itself is a program', () => {
    const module = `${tcpServer}\nif __name__ == "__main__":\n  main()\n`;
    expect(cast({ 'client.py': `from server import PORT\n${tcpClient}`, 'server.py': module })).toEqual({
      server: ['server.py'],
      client: ['client.py'],
    });
  });

  test.each(["const { port } = require('./lib/port');", "import { port } from './lib/port.js';"])(
    'a JavaScript module that is imported by %j is no program',
    (line) => {
      const server = `${line}\nrequire('node:net').createServer((s) => s.end()).listen(port);`;
      const client = `${line}\nrequire('node:net').connect(port).on('data', console.log);`;
      expect(
        cast({ 's.js': server, 'c.js': client, 'lib/port.js': "const net = require('net');\nexports.port = 1;" }),
      ).toEqual({ server: ['s.js'], client: ['c.js'] });
    },
  );

  test('parts of compiled programs are no programs', () => {
    const files = {
      'Server.java':
        'import java.net.*; class Server { public static void main(String[] a) { new ServerSocket(5550).accept(); } }',
      'Handler.java': 'import java.net.*; class Handler { Handler(Socket s) { s.getOutputStream().write(1); } }',
      'Client.java':
        'import java.net.*; class Client { public static void main(String[] a) { new Socket("localhost", 5550); } }',
    };
    expect(cast(files)).toEqual({ server: ['Server.java'], client: ['Client.java'] });
  });

  test('notes and pictures are passed over', () => {
    expect(
      cast({ 'server.py': udpServer, 'client.py': udpClient, 'README.md': tcpServer, 'output.txt': 'socket' }),
    ).toEqual({ server: ['server.py'], client: ['client.py'] });
  });
});

describe('one script for both roles', () => {
  test('with both in two threads', () => {
    const both = `import socket, threading\ndef server():\n  s = socket.socket(socket.AF_INET)\n  s.bind(("", 5550)); s.listen()\ndef client():\n  c = socket.socket(socket.AF_INET)\n  c.connect(("127.0.0.1", 5550))\n`;
    expect(cast({ 'main.py': both })).toEqual({ server: ['main.py'], client: ['main.py'] });
  });

  test('that is told at its start which of the two it is', () => {
    const both = `import socket, sys\nif sys.argv[1] == "server":\n  s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(("", 5550))\nelse:\n  print("client")\n`;
    expect(cast({ 'chat.py': both })).toEqual({ server: ['chat.py'], client: ['chat.py'] });
  });

  const SERVE =
    's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(("", 5550)); d, a = s.recvfrom(9); s.sendto(d, a)';
  const ASK = 's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.sendto(b"", ("localhost", 5550)); s.recvfrom(9)';

  test.each([
    'len(sys.argv) > 1 and sys.argv[1] == "server"',
    'sys.argv[1] == "-l"',
    'input("(s)erver or (c)lient? ") == "s"',
    'input("Server? ") == "server"',
  ])('whose other half is what remains when %j does not hold', (condition) => {
    const both = `import socket, sys\nif ${condition}:\n  ${SERVE}\nelse:\n  ${ASK}\n`;
    expect(cast({ 'chat.py': both })).toEqual({ server: ['chat.py'], client: ['chat.py'] });
  });

  test('is not seen in a server that is told something else', () => {
    const told = udpServer.replace('import socket', 'import socket, sys\nif sys.argv[1] == "server": print("quiet")');
    expect(cast({ 'main.py': told })).toEqual({ server: ['main.py'] });
  });

  test('is not seen in a server that merely speaks of its clients', () => {
    const talks = udpServer.replace('import socket', 'import socket\nprint("server waits for a client")');
    expect(cast({ 'server.py': talks })).toEqual({ server: ['server.py'] });
  });
});

describe('programs that leave the network to their parts', () => {
  const server =
    'import socket\ndef serve():\n  s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(("", 5550))\n  s.sendto(*s.recvfrom(9))\n';
  const client =
    'import socket\ndef ask():\n  s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.sendto(b"", ("", 5550)); s.recvfrom(9)\n';
  const told = (imports: string) => `import sys\n${imports}\nif sys.argv[1] == "server": serve()\nelse: ask()\n`;

  test.each<[string, string, Record<string, string>]>([
    [
      'Python',
      'main.py',
      { 'main.py': told('from a import serve\nfrom b import ask'), 'a.py': server, 'b.py': client },
    ],
    [
      'a Python package',
      'hello/__main__.py',
      {
        'hello/__main__.py': told('from .a import serve\nfrom .b import ask'),
        'hello/a.py': server,
        'hello/b.py': client,
        'hello/__init__.py': 'from .a import serve',
      },
    ],
    [
      'Java',
      'Main.java',
      {
        'Main.java':
          'class Main { public static void main(String[] x) { if (x[0].equals("server")) new Waits(); else new Asks(); } }',
        'Waits.java': 'import java.net.*; class Waits { Waits() { new DatagramSocket(5550).receive(p); } }',
        'Asks.java': 'import java.net.*; class Asks { Asks() { new DatagramSocket().send(p); } }',
      },
    ],
    [
      'C',
      'main.c',
      {
        'main.c': 'int main(int n, char **v) { if (!strcmp(v[1], "server")) serve(); else ask(); }',
        'a.c':
          '#include <sys/socket.h>\nvoid serve() { int s = socket(AF_INET, SOCK_DGRAM, 0); bind(s, a, l); recvfrom(s); sendto(s); }',
        'b.c':
          '#include <sys/socket.h>\nvoid ask() { int s = socket(AF_INET, SOCK_DGRAM, 0); sendto(s); recvfrom(s); }',
      },
    ],
  ])('one that is told its role is both: %s', (_, both, files) => {
    expect(cast(files)).toEqual({ server: [both], client: [both] });
  });

  test('one that has parts for both, and asks with a menu', () => {
    const asks = 'import a, b\nprint("1) warten 2) fragen")\nif input("> ") == "1": a.serve()\nelse: b.ask()\n';
    expect(cast({ 'los.py': asks, 'a.py': server, 'b.py': client })).toEqual({
      server: ['los.py'],
      client: ['los.py'],
    });
  });

  const peers = `${server}${client}class UdpServer: run = serve\nclass UdpClient: run = ask\n`;

  test.each([
    ['run_server.py', 'run_client.py'],
    ['start_a.py', 'start_b.py'],
  ])('%s and %s are known by what they call', (waits, asks) => {
    const files = {
      [waits]: 'from lib.udp import UdpServer\nUdpServer().run()\n',
      [asks]: 'from lib.udp import UdpClient\nUdpClient().run()\n',
      'lib/udp.py': peers,
      'lib/__init__.py': '',
    };
    expect(cast(files)).toEqual({ server: [waits], client: [asks] });
  });

  test('those that say nothing themselves are known by their parts', () => {
    const files = { 'a.py': 'import x\nx.serve()', 'b.py': 'import y\ny.ask()', 'x.py': server, 'y.py': client };
    expect(cast(files)).toEqual({ server: ['a.py'], client: ['b.py'] });
  });

  test('are passed over beside the server and the client themselves', () => {
    const runs = 'if __name__ == "__main__": run()\n';
    expect(
      cast({
        'server.py': `${server}${runs}`,
        'client.py': `${client}${runs}`,
        'test_all.py': 'import server, client\nserver.serve()\n',
      }),
    ).toEqual({ server: ['server.py'], client: ['client.py'] });
  });

  test('are scripts where scripts are asked', () => {
    const files = {
      'main.py': 'from lib import look\nlook()',
      'lib.py': 'import socket\ndef look(): socket.gethostbyname("a")',
    };
    expect(cast(files, ['script'])).toEqual({ script: ['main.py'] });
  });
});

describe('programs without a network', () => {
  test('are still the client and server that they are called', () => {
    expect(cast({ 'client.py': 'print("11")' })).toEqual({ client: ['client.py'] });
    expect(cast({ 'server.py': udpServer, 'client.py': 'print("11")' })).toEqual({
      server: ['server.py'],
      client: ['client.py'],
    });
    expect(cast({ 'server.py': 'print("ready")', 'client.py': udpClient })).toEqual({
      server: ['server.py'],
      client: ['client.py'],
    });
  });

  test('are clients under any other name where there is nothing else, so that a check can say what they lack', () => {
    expect(cast({ 'homework.py': 'print("11")' })).toEqual({ client: ['homework.py'] });
    expect(cast({ 'homework.py': 'print("11")', 'server.py': udpServer })).toEqual({ server: ['server.py'] });
  });

  test('are nothing when they are empty', () => {
    expect(cast({ 'server.py': '', 'client.py': '\n\n' })).toEqual({});
    expect(cast({})).toEqual({});
  });

  test('are scripts where scripts are asked; helpers are not', () => {
    expect(
      cast({ 'lookup.py': 'import socket\nprint(socket.gethostbyname("localhost"))', 'notes.txt': 'x' }, ['script']),
    ).toEqual({ script: ['lookup.py'] });
    expect(cast({ 'a.py': 'import socket, names\n', 'names.py': 'import socket\n' }, ['script'])).toEqual({
      script: ['a.py'],
    });
    expect(cast({ 'main.py': 'print("93.184.216.34")' }, ['script'])).toEqual({ script: ['main.py'] });
  });
});

describe('of the programs that belong to the assignments', () => {
  const root = join(packageRoot, 'assignments');
  const folders = (id: string) =>
    readdirSync(join(root, id, 'submissions'), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
  const named = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^(udp|tcp)-/.test(entry.name))
    .flatMap(({ name: id }) => folders(id).map((name) => ({ id, name })))
    // Its client imports its server, which so is none.
    .filter(({ name }) => name !== 'no-socket');

  test.each(named)('$id/$name: whoever is called server or client is it', async ({ id, name }) => {
    const { files } = await readSubmission(join(root, id, 'submissions', name));
    const { server, client } = castOf(files, BOTH);
    const base = (path: string) => path.toLowerCase();
    expect(server).toHaveLength(1);
    expect(client.length).toBeGreaterThan(0);
    if (/client/.test(base(server[0]!.path)) && !/server/.test(base(server[0]!.path)))
      expect.fail(`${server[0]!.path} taken for the server`);
    for (const file of client)
      if (/server/.test(base(file.path)) && !/client/.test(base(file.path)))
        expect.fail(`${file.path} taken for a client`);
  });
});

test('many files that import much are looked through in time that grows with their number', () => {
  const files = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      path: `m${at}.${at % 2 ? 'py' : 'js'}`,
      bytes: 2000,
      executable: false,
      text: `import ${'a , '.repeat(400)}a\n${"from './".repeat(100)}`,
    }));
  expect(growth(100, (count) => castOf(files(count), ['server', 'client']))).toBeLessThan(TWICE_LINEAR);
});
