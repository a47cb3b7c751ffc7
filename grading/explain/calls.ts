import type { Language } from '../../harness/program/languages.js';
import type { Transport } from '../../harness/wire/transcript.js';

/** What a hint may name in braces, such as `{receive}`: the call of the student's own language, in backquotes. */
export interface Calls {
  /** Sends a message. */
  send: string;
  /** Receives one. */
  receive: string;
  /** Sends an answer to the one who asked. */
  answer: string;
  /** Whom an answer goes to, in words. */
  asker: string;
  /** What makes a server wait on its port. */
  listen: string;
  /** What makes a client reach its server. */
  reach: string;
  /** Makes a socket of the right kind. */
  socket: string;
  /** Bytes from a text, and a text from bytes. */
  encode: string;
  decode: string;
  print: string;
  input: string;
  close: string;
  /** The time at the moment of the call. */
  now: string;
  /** Serves a client beside the others. */
  thread: string;
  /** Keeps an error from ending the program. */
  guard: string;
  /** The length of a word, its first character, and the number of characters of any text. */
  length: string;
  first: string;
  characters: string;
}

/** A pair stands for UDP and TCP. */
type Table = Record<keyof Calls, string | [udp: string, tcp: string]>;

const PYTHON: Table = {
  send: ['`sendto`', '`send`'],
  receive: ['`recvfrom`', '`recv`'],
  answer: ['`s.sendto(answer, address)`', '`client.send(answer)`'],
  asker: ['the address that `recvfrom` returned', 'the socket that `accept` returned'],
  listen: ['`bind(("127.0.0.1", 5550))`', '`bind`, `listen` and `accept`'],
  reach: ['`sendto(data, ("127.0.0.1", 5550))`', '`connect(("127.0.0.1", 5550))`'],
  socket: ['`socket.socket(socket.AF_INET, socket.SOCK_DGRAM)`', '`socket.socket(socket.AF_INET, socket.SOCK_STREAM)`'],
  encode: '`text.encode("UTF-8")`',
  decode: '`data.decode("UTF-8")`',
  print: '`print`',
  input: '`input()`',
  close: '`close()`',
  now: '`datetime.now()`',
  thread: '`threading.Thread`',
  guard: '`try` and `except`',
  length: '`len(word)`',
  first: '`word[0]`',
  characters: '`len(data.decode("UTF-8"))`',
};

const C: Table = {
  ...PYTHON,
  answer: ['`sendto(s, answer, n, 0, (struct sockaddr *)&from, size)`', '`send(client, answer, n, 0)`'],
  asker: ['the address that `recvfrom` filled in', 'the socket that `accept` returned'],
  listen: ['`bind`', '`bind`, `listen` and `accept`'],
  reach: ['`sendto`', '`connect`'],
  socket: ['`socket(AF_INET, SOCK_DGRAM, 0)`', '`socket(AF_INET, SOCK_STREAM, 0)`'],
  encode: '`strlen(text)` bytes of the text',
  decode: '`buffer[n] = 0` behind the `n` bytes received',
  print: '`printf`',
  input: '`fgets`',
  close: '`close(client)`',
  now: '`time(NULL)`',
  thread: '`fork` or `pthread_create`',
  guard: 'an `if` on what the call returned',
  length: '`strlen(word)`',
  characters: 'only the bytes with `(byte & 0xC0) != 0x80`',
};

const JAVA: Table = {
  send: ['`socket.send(packet)`', '`out.println`'],
  receive: ['`socket.receive(packet)`', '`in.readLine()`'],
  answer: ['`new DatagramPacket(bytes, bytes.length, packet.getAddress(), packet.getPort())`', '`out.println(answer)`'],
  asker: ['`packet.getAddress()` and `packet.getPort()`', 'the socket that `accept()` returned'],
  listen: ['`new DatagramSocket(5550)`', '`new ServerSocket(5550)` and `accept()`'],
  reach: ['`socket.send(packet)`', '`new Socket("127.0.0.1", 5550)`'],
  socket: ['`new DatagramSocket()`', '`new Socket(…)` or `new ServerSocket(…)`'],
  encode: '`text.getBytes("UTF-8")`',
  decode: ['`new String(packet.getData(), 0, packet.getLength(), "UTF-8")`', '`new String(bytes, 0, n, "UTF-8")`'],
  print: '`System.out.println`',
  input: '`scanner.nextLine()`',
  close: '`close()`',
  now: '`LocalDateTime.now()`',
  thread: '`new Thread(…).start()`',
  guard: '`try` and `catch`',
  length: '`word.length()`',
  first: '`word.charAt(0)`',
  characters: '`word.codePointCount(0, word.length())`',
};

const NODE: Table = {
  send: ['`socket.send`', '`socket.write`'],
  receive: ['`socket.on("message", …)`', '`socket.on("data", …)`'],
  answer: ['`socket.send(answer, rinfo.port, rinfo.address)`', '`socket.write(answer)`'],
  asker: ["`rinfo`, the handler's second argument", 'the socket that the handler of `createServer` was given'],
  listen: ['`socket.bind(5550)`', '`net.createServer(…).listen(5550)`'],
  reach: ['`socket.send(text, 5550, "127.0.0.1")`', '`net.createConnection(5550, "127.0.0.1")`'],
  socket: ['`dgram.createSocket("udp4")`', '`net.createServer(…)` or `net.createConnection(…)`'],
  encode: '`Buffer.from(text)`',
  decode: '`data.toString()`',
  print: '`console.log`',
  input: '`readline`',
  close: ['`socket.close()`', '`socket.end()`'],
  now: '`new Date()`',
  thread: 'a handler for each connection',
  guard: '`try` and `catch`',
  length: '`word.length`',
  first: '`word[0]`',
  characters: '`[...word].length`',
};

const GO: Table = {
  send: ['`conn.WriteTo`', '`conn.Write`'],
  receive: ['`conn.ReadFrom`', '`conn.Read`'],
  answer: ['`conn.WriteTo(answer, addr)`', '`conn.Write(answer)`'],
  asker: ['the address that `ReadFrom` returned', 'the connection that `Accept` returned'],
  listen: ['`net.ListenPacket("udp", ":5550")`', '`net.Listen("tcp", ":5550")` and `Accept`'],
  reach: ['`net.Dial("udp", "127.0.0.1:5550")`', '`net.Dial("tcp", "127.0.0.1:5550")`'],
  socket: ['`net.ListenPacket("udp", …)` or `net.Dial("udp", …)`', '`net.Listen("tcp", …)` or `net.Dial("tcp", …)`'],
  encode: '`[]byte(text)`',
  decode: '`string(buffer[:n])`',
  print: '`fmt.Println`',
  input: '`bufio.Scanner`',
  close: '`conn.Close()`',
  now: '`time.Now()`',
  thread: '`go handle(conn)`',
  guard: 'an `if err != nil`',
  length: '`len(word)`',
  first: '`string([]rune(word)[0])`',
  characters: '`utf8.RuneCountInString(word)`',
};

const RUST: Table = {
  send: ['`send_to`', '`write_all`'],
  receive: ['`recv_from`', '`read`'],
  answer: ['`socket.send_to(answer, from)`', '`stream.write_all(answer)`'],
  asker: ['the address that `recv_from` returned', 'the stream that `accept` returned'],
  listen: ['`UdpSocket::bind("127.0.0.1:5550")`', '`TcpListener::bind("127.0.0.1:5550")` and `accept`'],
  reach: ['`send_to(data, "127.0.0.1:5550")`', '`TcpStream::connect("127.0.0.1:5550")`'],
  socket: ['`UdpSocket`', '`TcpListener` or `TcpStream`'],
  encode: '`text.as_bytes()`',
  decode: '`String::from_utf8_lossy(&buffer[..n])`',
  print: '`println!`',
  input: '`read_line`',
  close: '`drop(stream)`',
  now: '`SystemTime::now()`',
  thread: '`thread::spawn`',
  guard: 'a `match` on the `Result`',
  length: '`word.len()`',
  first: '`word.chars().next()`',
  characters: '`word.chars().count()`',
};

const BY_LANGUAGE: Partial<Record<Language, Table>> = {
  java: JAVA,
  c: C,
  'c++': C,
  node: NODE,
  typescript: NODE,
  go: GO,
  rust: RUST,
};

/** The end of a hint that is for Python programs only. */
const IN_PYTHON = /\s(?:In Python: .*$|\(in Python: [^)]*\))/;

/**
 * Puts the calls of a language in place of their names in braces; braces around anything else stay. Python's, the lecture's, where it has none
 * here. What a hint says "in Python" is left out for a program in another language.
 */
export function withCalls(hint: string, language: Language | undefined, transport: Transport | undefined): string {
  const table = (language && BY_LANGUAGE[language]) ?? PYTHON;
  const ours = language === undefined || language === 'python' ? hint : hint.replace(IN_PYTHON, '');
  return ours.replace(/\{(\w+)\}/g, (all, name: string) => {
    const call = Object.hasOwn(table, name) ? table[name as keyof Calls] : undefined;
    return call === undefined ? all : typeof call === 'string' ? call : call[transport === 'tcp' ? 1 : 0];
  });
}
