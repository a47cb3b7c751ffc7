import { afterAll, beforeAll, expect, test } from 'vitest';
import { findToolchain } from '../program/toolchains.js';
import { inWords, ProbeGrader } from './test/probe-grader.js';

let grader: ProbeGrader;
beforeAll(async () => {
  grader = await ProbeGrader.open('udp');
});
afterAll(() => grader.close());

const PYTHON = `import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
data, asker = s.recvfrom(999)
s.sendto(data, asker)
`;
const NODE = `const s = require('dgram').createSocket('udp4');
s.on('message', (data, from) => s.send(data, from.port, from.address));
s.bind(5550, '127.0.0.1');
`;
const C = `#include <arpa/inet.h>
#include <sys/socket.h>
#include "part.h"
int main(void) {
  int s = socket(AF_INET, SOCK_DGRAM, 0);
  struct sockaddr_in me = {.sin_family = AF_INET, .sin_port = htons(PORT)}, from;
  socklen_t length = sizeof from;
  char data[999];
  bind(s, (void *)&me, sizeof me);
  int got = recvfrom(s, data, sizeof data, 0, (void *)&from, &length);
  sendto(s, data, got, 0, (void *)&from, length);
}
`;
const HEADER = '#define PORT 5550\n';
const JAVA = `import java.net.*;
class Server {
  public static void main(String[] args) throws Exception {
    DatagramSocket s = new DatagramSocket(5550);
    DatagramPacket p = new DatagramPacket(new byte[999], 999);
    s.receive(p);
    s.send(p);
  }
}
`;
const GO = `package main
import "net"
func main() {
  s, _ := net.ListenPacket("udp", "127.0.0.1:5550")
  data := make([]byte, 999)
  n, from, _ := s.ReadFrom(data)
  s.WriteTo(data[:n], from)
}
`;
const BROKEN_JAVA = 'class Client { int }\n';

test.each<[string, Record<string, string>, ('c' | 'java' | 'go')?]>([
  ['a script whose name begins with -', { '-final.py': PYTHON }],
  ['a script whose name begins with @', { '@server.py': PYTHON }],
  ['a script in a folder whose name begins with @', { '@dana/server.js': NODE }],
  ['what is bundled in such a folder', { '@dana/server.ts': NODE }],
  ['a shell script whose name begins with -', { '-server.sh': `python3 -c '${PYTHON}'\n` }],
  ['C whose name is an option', { '-Bserver.c': C, 'part.h': HEADER }, 'c'],
  [
    'C of two files in a folder named after a file of options',
    { dana: '-o x', '@dana/server.c': C, '@dana/part.h': HEADER },
    'c',
  ],
  ['Java whose name begins with @', { '@Server.java': JAVA }, 'java'],
  ['Java beside what does not compile', { '@dana/Server.java': JAVA, '@dana/Client.java': BROKEN_JAVA }, 'java'],
  ['Go whose name begins with -', { '-server.go': GO }, 'go'],
])('%s is graded like any other', async (_, files, language) => {
  if (language && !(await findToolchain(language)).found) return;
  expect(inWords((await grader.grade(files)).checks[0]!)).toMatch(/^pass/);
});

test('where all that was handed in is passed over, its role is told why', async () => {
  expect(inWords((await grader.grade({ '@server.c': C })).checks[0]!)).toBe(
    'no-program: There is no program to grade. "@server.c" was passed over: gcc takes a name that begins with @ for a file of options. Rename it.',
  );
});
