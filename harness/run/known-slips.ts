import type { KnownSlip } from './slips.js';

const PYTHON: KnownSlip['languages'] = ['python'];
const C: KnownSlip['languages'] = ['c', 'c++'];

/** The slips of students' programs, most certain first. */
export const SLIPS: KnownSlip[] = [
  // What was copied along.
  { code: 'code-fence', explains: ['does-not-build'], find: first(/^[ \t]*```/m) },
  {
    code: 'prompt-copied',
    languages: PYTHON,
    explains: ['does-not-build'],
    find: first(/^(?::[ \t]|>>>|In \[\d*\]:)/m),
  },
  // The wrong kind of socket.
  {
    code: 'family-for-type',
    languages: PYTHON,
    explains: ['wrong-transport', 'died-at-start', 'crashed', 'never-listened', 'never-sent', 'no-reply'],
    find: first(/\bsocket\s*\(\s*(?:socket\.)?SOCK_(?:DGRAM|STREAM)\s*\)/),
  },
  {
    code: 'no-kind',
    languages: PYTHON,
    explains: ['wrong-transport', 'died-at-start', 'crashed', 'never-listened', 'never-sent', 'no-reply'],
    when: ({ transport }) => transport === 'udp',
    find: first(/\bsocket\.socket\s*\(\s*(?:(?:socket\.)?AF_INET\s*)?\)/),
  },
  {
    code: 'wrong-kind',
    languages: ['python', 'c', 'c++'],
    explains: ['wrong-transport', 'died-at-start', 'crashed', 'never-listened', 'never-sent'],
    find: (code, { transport }) =>
      first(transport === 'udp' ? /\bsocket\s*\([^)\n]*SOCK_STREAM/ : /\bsocket\s*\([^)\n]*SOCK_DGRAM/)(code),
  },
  // Waiting for the wrong thing.
  {
    code: 'both-in-one',
    explains: ['never-sent', 'no-reply', 'timeout', 'not-printed', 'died-at-start', 'crashed'],
    when: ({ both }) => both,
    find: (code) =>
      /argv|\bargs\b|input\s*\(|[Tt]hread|fork/.test(code) ? -1 : code.search(/\brecvfrom\s*\(|\baccept\s*\(/),
  },
  {
    code: 'input-before-receive',
    languages: PYTHON,
    explains: ['never-listened', 'no-reply', 'timeout', 'not-concurrent'],
    when: ({ role }) => role === 'server',
    find(code) {
      const asks = code.search(/(?<![\w.])(?:raw_)?input\s*\(/);
      const receives = code.search(/\.(?:recvfrom|accept)\s*\(/);
      return asks >= 0 && asks < receives ? asks : -1;
    },
  },
  {
    code: 'receive-before-loop',
    languages: PYTHON,
    explains: ['no-reply', 'extra-reply', 'output-flood', 'constant', 'stale', 'cpu'],
    when: ({ role, transport }) => role === 'server' && transport === 'udp',
    find: beforeLoop(/\.recvfrom\s*\(/, /\.sendto\s*\(/),
  },
  {
    code: 'accept-before-loop',
    languages: PYTHON,
    explains: ['not-concurrent', 'no-reply', 'crashed', 'output-flood', 'cpu'],
    when: ({ role, transport }) => role === 'server' && transport === 'tcp',
    find: beforeLoop(/\.accept\s*\(/, /\.(?:send|sendall|recv)\s*\(/),
  },
  {
    code: 'line-wanted',
    languages: ['java', 'go', 'node', 'typescript', 'python', 'c', 'c++'],
    explains: ['no-reply', 'not-printed', 'timeout'],
    when: ({ transport }) => transport === 'tcp',
    find: first(
      /\.readLine\s*\(|\.nextLine\s*\(|\.ReadString\s*\(|\.readline\s*\(|createInterface\s*\(\s*(?:\{\s*)?(?:input:\s*)?(?:socket|client|conn)/,
    ),
  },
  {
    code: 'no-flush',
    languages: ['java', 'go'],
    explains: ['no-reply', 'never-sent', 'empty-reply'],
    find: (code) =>
      /\.flush\s*\(|\.Flush\s*\(/.test(code)
        ? -1
        : code.search(
            /new\s+PrintWriter\s*\((?![^;]{0,400},\s*true\s*\)\s*;)[^;]{0,400};|new\s+BufferedWriter|bufio\.NewWriter\s*\(/,
          ),
  },
  {
    code: 'not-called',
    languages: PYTHON,
    explains: ['not-closed', 'timeout', 'never-listened', 'no-reply', 'not-concurrent'],
    find: first(/^[ \t]*\w+\.(?:close|listen|accept)[ \t]*$/m),
  },
  // Answers that go astray.
  {
    code: 'listener-used',
    languages: PYTHON,
    explains: ['no-reply', 'crashed', 'not-concurrent', 'not-closed'],
    when: ({ role, transport }) => role === 'server' && transport === 'tcp',
    find(code) {
      const listener = /(\w+)\.listen\s*\(/.exec(code)?.[1];
      return listener === undefined
        ? -1
        : code.search(new RegExp(`(?<![\\w.])${listener}\\.(?:send|sendall|recv)\\s*\\(`));
    },
  },
  {
    code: 'constant-destination',
    languages: ['python', 'java', 'node', 'typescript'],
    explains: ['no-reply', 'misdirected-reply'],
    when: ({ role, transport }) => role === 'server' && transport === 'udp',
    find: first(
      /\.sendto\s*\([^\n]*,\s*\(\s*["'][^"'\n]*["']\s*,\s*\w+\s*\)\s*\)|new\s+DatagramPacket\s*\([^;]*InetAddress\.get[^;]*\)|\.send\s*\([^;\n]*,\s*\d{2,5}\s*,\s*["'`]/,
    ),
  },
  // Bytes and text.
  {
    code: 'bytes-compared',
    languages: PYTHON,
    explains: ['no-reply', 'mismatch', 'constant', 'echo', 'timeout', 'extra-reply', 'never-sent'],
    find: (code) =>
      undecoded(
        code,
        (name) =>
          new RegExp(
            `(?<![\\w.])${name}(?:\\.strip\\(\\)|\\.lower\\(\\))?\\s*[!=]=\\s*["']|(?<![b\\w])["'][^"'\\n]*["']\\s*[!=]=\\s*${name}\\b(?!\\.decode)`,
          ),
      ),
  },
  {
    code: 'bytes-as-text',
    languages: PYTHON,
    explains: ['no-reply', 'mismatch', 'constant', 'extra-reply', 'not-printed', 'crashed'],
    find: (code) => undecoded(code, (name) => new RegExp(`\\bstr\\s*\\(\\s*${name}\\s*(?:\\[[^\\]\\n]*\\]\\s*)?\\)`)),
  },
  {
    code: 'buffer-compared',
    languages: ['node', 'typescript'],
    explains: ['no-reply', 'mismatch', 'constant', 'timeout'],
    find: bufferCompared,
  },
  // Java.
  {
    code: 'text-compared',
    languages: ['java'],
    explains: ['no-reply', 'mismatch', 'constant', 'timeout', 'extra-reply'],
    find: first(/\b[a-z]\w*\s*[!=]=\s*"/),
  },
  {
    code: 'whole-buffer',
    languages: ['java'],
    explains: ['mismatch', 'stale', 'not-printed', 'crashed', 'no-reply'],
    find: first(/new\s+String\s*\(\s*\w+(?:\.getData\s*\(\s*\))?\s*\)/),
  },
  // C.
  {
    code: 'no-htons',
    languages: C,
    explains: ['never-sent', 'mismatch', 'never-listened', 'died-at-start', 'crashed'],
    find: first(/\bsin6?_port\s*=\s*(?!htons|htobe16)\w/),
  },
  {
    code: 'length-unset',
    languages: C,
    explains: ['no-reply', 'died-at-start', 'crashed', 'misdirected-reply'],
    find: lengthUnset,
  },
  {
    code: 'received-not-ended',
    languages: C,
    explains: ['stale', 'mismatch', 'not-printed'],
    find: (code) =>
      /\[\s*\w+\s*\]\s*=\s*(?:0|'\\0')|memset|bzero|%\.\*s|=\s*\{\s*(?:0\s*)?\}/.test(code)
        ? -1
        : code.search(/\brecv(?:from)?\s*\(/),
  },
];

function first(pattern: RegExp): (code: string) => number {
  return (code) => code.search(pattern);
}

/** The one call before an endless loop that answers, where the loop never comes back to that call. */
function beforeLoop(call: RegExp, answers: RegExp): (code: string) => number {
  return (code) => {
    const loop = code.search(/^[ \t]*while\b/m);
    const at = code.search(call);
    if (loop < 0 || at < 0 || at > loop) return -1;
    const inside = code.slice(loop);
    return !call.test(inside) && answers.test(inside) ? at : -1;
  };
}

/** Where the pattern for a name stands that holds what `recv` or `recvfrom` returned, or a part of it, and that is nowhere decoded. */
function undecoded(code: string, pattern: (name: string) => RegExp): number {
  const received = [...code.matchAll(RECEIVED)]
    .slice(0, MOST_NAMES)
    .map((match) => match[1]!)
    .filter((name) => !isDecoded(code, name));
  const parts = received.flatMap((name) =>
    [
      ...code.matchAll(
        new RegExp(
          `^[ \\t]*(\\w+(?:[ \\t]*,[ \\t]*\\w+)*)[ \\t]*=[ \\t]*${name}(?:\\.split\\(|\\.strip\\(|\\[)[^\\n]*`,
          'gm',
        ),
      ),
    ]
      .filter((match) => !match[0].includes('decode'))
      .flatMap((match) => match[1]!.split(/[ \t]*,[ \t]*/))
      .slice(0, MOST_NAMES)
      .filter((part) => !isDecoded(code, part)),
  );
  for (const name of new Set([...received, ...parts].slice(0, MOST_NAMES))) {
    const at = code.search(pattern(name));
    if (at >= 0) return at;
  }
  return -1;
}

/** No program takes what it received into more names than these, or makes more in one declaration. */
const MOST_NAMES = 24;

const RECEIVED = /^[ \t]*\(?(\w+)[ \t]*(?:,[ \t]*\w+[ \t]*)?\)?=[ \t]*\w+\.recv(?:from)?[ \t]*\((?![^\n]*decode)/gm;

function isDecoded(code: string, name: string): boolean {
  return new RegExp(`\\b${name}\\s*=[^=\\n]*(?:\\bdecode\\b|\\bstr\\s*\\([^)\\n]*,)`).test(code);
}

/** The argument of a handler of messages compared with a text: a Buffer equals none. */
function bufferCompared(code: string): number {
  const [, name] =
    /\.on\s*\(\s*['"](?:message|data)['"]\s*,\s*(?:async\b\s*)?(?:function\b\s*(?:\w+\s*)?)?(?:\(\s*)?(\w+)/.exec(
      code,
    ) ?? [];
  if (name === undefined || new RegExp(`${name}\\s*=[^=]|setEncoding`).test(code)) return -1;
  return code.search(new RegExp(`(?<![\\w.])${name}\\s*[!=]==?\\s*['"\`]|case\\s+${name}\\b`));
}

/** A length that recvfrom or accept is given by address without a value of its own. */
function lengthUnset(code: string): number {
  const lengths = [...code.matchAll(/(?:recvfrom|accept)\s*\([^;]{0,400}&\s*(\w+)\s*\)/g)].map((match) => match[1]!);
  for (const name of [...new Set(lengths)].slice(0, MOST_NAMES)) {
    if (new RegExp(`\\b${name}\\s*=\\s*`).test(code)) continue;
    const at = code.search(
      new RegExp(
        `\\b(?:socklen_t|int|unsigned(?:\\s+int)?|size_t)\\s+(?:\\w+\\s*(?:=[^,;]*)?,\\s*){0,${MOST_NAMES}}${name}\\b`,
      ),
    );
    if (at >= 0) return at;
  }
  return -1;
}
