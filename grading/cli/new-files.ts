/** The files of a new assignment by path: a UDP server that sends a text back in capital letters. */
export function newFiles(id: string): Record<string, string> {
  return {
    'assignment.ts': ASSIGNMENT,
    'brief.md': BRIEF,
    'reference/server.py': REFERENCE,
    'starter/python/server.py': STARTER,
    'submissions/index.yml': index(id),
    'submissions/replies-to-a-constant-port/server.py': CONSTANT_PORT,
    'submissions/repeats-the-text/server.py': REPEATS,
  };
}

const ASSIGNMENT = `import { checks, defineAssignment, failure } from 'netgrade';

export default defineAssignment({
  title: 'Capital letters over UDP',
  // Where your course teaches it.
  lecture: 'Week 3, slide 12',
  transport: 'udp',
  // One entry for each program that students write: server, client, or script for a program that is neither.
  roles: {
    // The points of all checks add up to 100. A check's id is its key; \`needs\` names checks above it.
    server: checks({
      'replies-to-the-asker': {
        // Finishes the sentence "the program …".
        title: 'sends a reply to the address the text came from',
        points: 40,
        rule: "The task's page: to whoever sent it",
        async run({ startServer, random }) {
          const server = await startServer();
          const peer = await server.udpPeer();
          // Fails by itself, with the reason, when no reply comes.
          await server.ask(peer, random.word());
        },
      },
      'answers-in-capitals': {
        title: 'sends the text back in capital letters',
        points: 60,
        needs: 'replies-to-the-asker',
        rule: "The task's page: in capital letters",
        hints: { echo: 'Python: text.upper() gives a new text; it does not change the old one.' },
        async run({ startServer, random }) {
          const server = await startServer();
          const peer = await server.udpPeer();
          // Random words, so that no program can know the answer beforehand.
          const text = random.phrase();
          const reply = await server.ask(peer, text);
          const expected = text.toUpperCase();
          const answer = reply.text.trim();
          if (answer === expected) return;
          if (answer === text) throw failure('echo', 'The server sent the text back as it was.', { sent: text, expected, received: reply.data });
          throw failure('mismatch', 'The reply is not the text in capital letters.', { sent: text, expected, received: reply.data });
        },
      },
    }),
  },
});
`;

const BRIEF = `Write a server that shouts, over **UDP**.

It binds a UDP socket to a port of your choice. When a text arrives, it sends the same text back **in capital letters**,
to whoever sent it, and waits for the next one. Text is UTF-8.
`;

const REFERENCE = `import socket

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 5550))
while True:
    data, address = server.recvfrom(2048)
    server.sendto(data.decode("utf-8").upper().encode("utf-8"), address)
`;

const STARTER = `import socket

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 5550))
# Receive a text, and send it back in capital letters to the address that it came from.
`;

const CONSTANT_PORT = `import socket

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 5550))
while True:
    data, address = server.recvfrom(2048)
    server.sendto(data.decode("utf-8").upper().encode("utf-8"), ("127.0.0.1", 5551))
`;

const REPEATS = `import socket

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 5550))
while True:
    data, address = server.recvfrom(2048)
    text = data.decode("utf-8")
    text.upper()
    server.sendto(text.encode("utf-8"), address)
`;

const index = (id: string): string => `# The programs that keep "${id}" honest: "netgrade audit ${id}" grades each one.
# Right programs must lose nothing, every wrong one something, and every check must catch at least one of them.
# right:
#   another-way: A sentence that says what is different about it.
wrong:
  replies-to-a-constant-port:
    mistake: It replies to a constant port instead of the asker's address.
    role: server
    loses: [server/replies-to-the-asker]
  repeats-the-text:
    mistake: It calls upper() and throws the result away.
    role: server
    loses: [server/answers-in-capitals]
`;
