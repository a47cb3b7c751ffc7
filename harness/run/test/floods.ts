import type { Hostile } from './hostile.js';

/** What a TCP server and client look like that a beginner writes; `address` is an expression of Python's. */
export const SERVER = (address: string) => `import socket, sys
s = socket.socket()
s.bind(${address})
s.listen()
while True:
  c, a = s.accept()
  c.send(b"got " + c.recv(99))
  c.close()
`;
export const CLIENT = (address: string) => `import socket, sys
s = socket.socket()
s.connect(${address})
s.sendall(b"a word\\n")
print(s.recv(99))
`;
export const HERE = '("127.0.0.1", 5550)';

/** Somebody without bounds at the other end, who says `flooded` when more has come than a check takes. */
const receiver = (begins: string, takes: string) => `import resource, socket, subprocess, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
def start(file): subprocess.Popen([sys.executable, file])
def connection():
    while True:
        try: return socket.create_connection(${HERE})
        except ConnectionRefusedError: pass
${begins}
${takes}
print("flooded", flush=True)
`;
const LISTEN = `listener = socket.create_server(${HERE}); start("client.py")`;
const MANY_BYTES = `
while len(got) < 64 << 20:
    data = c.recv(1 << 20)
    assert data
    got += data`;

const flood = (against: string): Hostile['control'] => ({ where: 'arena', against, prints: /^flooded$/m });

/** Programs that send, answer or connect without end, over TCP. */
export const FLOODS: Pick<Hostile, 'title' | 'files' | 'control'>[] = [
  {
    title: 'sends one line of a gigabyte',
    files: {
      'client.py': CLIENT(HERE).replace('s.sendall(b"a word\\n")', 'for _ in range(1000): s.sendall(b"x" * 10**6)'),
    },
    control: flood(
      receiver(LISTEN, `c, got = listener.accept()[0], bytearray()${MANY_BYTES}\nassert b"\\n" not in got`),
    ),
  },
  {
    title: 'sends one byte a second',
    files: {
      'client.py': CLIENT(HERE).replace(
        's.sendall(b"a word\\n")',
        'import time\nwhile True: s.send(b"x"); time.sleep(1)',
      ),
    },
    // Whoever has no deadline goes on waiting for the end of the line; here until it is plain that none comes.
    control: flood(receiver(LISTEN, 'c = listener.accept()[0]\nfor _ in range(4): assert c.recv(99) == b"x"')),
  },
  {
    title: 'connects and resets without end',
    files: {
      'client.py': `import socket, struct\nwhile True:\n  s = socket.socket(); s.connect(${HERE}); s.send(b"w")\n  s.setsockopt(1, 13, struct.pack("ii", 1, 0)); s.close()\n`,
    },
    control: flood(receiver(LISTEN, 'for _ in range(6000): listener.accept()[0].close()')),
  },
  {
    title: 'holds as many connections as it can',
    files: {
      'client.py': `import os, socket, time\nfor _ in range(3): os.fork()\nheld = []\ntry:\n  while True: held.append(socket.create_connection(${HERE}))\nexcept OSError: time.sleep(9)\n`,
    },
    control: flood(receiver(LISTEN, 'held = [listener.accept()[0] for _ in range(1100)]')),
  },
  {
    title: 'answers over TCP without end',
    files: {
      'server.py': SERVER(HERE).replace('c.send(b"got " + c.recv(99))', '\n  while True: c.sendall(b"got it" * 9999)'),
    },
    control: flood(receiver('start("server.py")', `c, got = connection(), bytearray()${MANY_BYTES}`)),
  },
];
