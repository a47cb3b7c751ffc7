import { type Language, languageOf } from './languages.js';
import { isToldItsRole } from './role-words.js';
import { withoutComments } from './source.js';
import type { SubmittedFile } from './submission.js';
import { isPackageMark, stemOf, type Uses, usesIn } from './uses.js';

/** What a program of a submission is. `script` is neither server nor client (the look-ups). */
export type Role = 'server' | 'client' | 'script';

/** A file that starts a program, and what it seems to be. */
export interface ProgramFile {
  path: string;
  language: Language;
  text: string;
}

/** Which files are which programs. `client` may be several files (client1, client2, …). */
export type Cast = Record<Role, ProgramFile[]>;

interface Clue {
  file: ProgramFile;
  /** Positive: a server; negative: a client; from content first, the name decides between equals. */
  leaning: number;
  network: boolean;
  main: boolean;
  /** It starts nothing itself. */
  part: boolean;
}

const LISTENS =
  /\.listen\s*\(|\blisten\s*\(|\baccept\s*\(|\bServerSocket\b|createServer|start_server|socketserver|\b(TCP|UDP)Server\b|net\.Listen|ListenPacket|ListenUDP|TcpListener|DatagramServer|create_server/;
const BINDS = /\.bind\s*\(|\bbind\s*\(|DatagramSocket\s*\(\s*[^)\s]|UdpSocket::bind|local_addr|DatagramChannel/;
const CONNECTS =
  /\.connect(_ex)?\s*\(|\bconnect\s*\(|new\s+Socket\s*\(|createConnection|net\.Dial|TcpStream::connect|open_connection|create_connection|DialUDP|remote_addr|DatagramSocket\s*\(\s*\)/;
const NETWORK =
  /socket|\bnet\b|\bdgram\b|Socket|asyncio|\bdns\b|resolver|InetAddress|\/dev\/(tcp|udp)|\bnc\b|socat|UdpSocket|TcpStream/;
const RECEIVES = /recvfrom|recv\s*\(|recv_from|\.receive\s*\(|ReadFrom|recvmsg|on\(\s*['"]message/;
const SENDS = /sendto|send\s*\(|send_to|\.send\s*\(|WriteTo|\.write\s*\(|sendall|sendmsg/;

/** The names students give, in the languages they name things in. */
export const SERVER_NAME = /serv|srv|host|daemon|listener|receiver|sunucu/i;
export const CLIENT_NAME = /cli(?!ck)|kunde|sender|istemci|user/i;

/** Decides by what the code does which files are programs of which role; names break ties. */
export function castOf(files: SubmittedFile[], wanted: Role[]): Cast {
  const uses = usesIn(files);
  const clues = files.flatMap((file): Clue[] => {
    const language = languageOf(file);
    if (!language) return [];
    return [clueOf({ path: file.path, language, text: file.text ?? '' }, uses)];
  });
  const candidates = clues.filter((clue) => clue.network || clue.file.language === 'executable');
  const starts = (candidates.length > 0 ? candidates : clues).filter((clue) => !clue.part && clue.main);
  const headers = files.flatMap(({ path, text }): Clue[] =>
    HEADER.test(path) && text !== undefined ? [clueOf({ path, language: 'c', text }, uses)] : [],
  );
  const partsOf = partsAmong([...clues, ...headers], uses);
  const cast = castAmong(starts, clues, wanted, partsOf);
  if (wanted.every((role) => cast[role].length > 0)) return cast;
  // Programs that leave the network to their parts.
  const leading = clues.flatMap((clue) => leader(clue, partsOf) ?? []);
  if (leading.length === 0) return cast;
  const larger = castAmong([...starts, ...leading], clues, wanted, partsOf);
  const filled = (one: Cast) => wanted.filter((role) => one[role].length > 0).length;
  return filled(larger) > filled(cast) ? larger : cast;
}

/** What C programs include may hold all that they do. */
const HEADER = /\.(?:h|hh|hpp)$/;

type PartsOf = (clue: Clue) => Clue[];

/** The sources that belong to a program beside the file that starts it. */
function partsAmong(clues: Clue[], uses: Uses): PartsOf {
  const byPath = new Map(clues.map((clue) => [clue.file.path, clue]));
  return (clue) => uses.partsOf(clue.file.path).flatMap((path) => byPath.get(path) ?? []);
}

/** A file that starts a program whose sockets are all in its parts: what it leans to, its own words say first, then those parts. */
function leader(clue: Clue, partsOf: PartsOf): Clue | undefined {
  if (clue.network || clue.part || !clue.main) return undefined;
  const network = partsOf(clue).filter((part) => part.network && (part.part || !part.main));
  if (network.length === 0) return undefined;
  const code = clean(clue.file);
  const words = Number(SERVER_WORD.test(code)) - Number(CLIENT_WORD.test(code));
  const signs = new Set(network.map((part) => Math.sign(part.leaning)));
  const leaning = clue.leaning || words || (signs.size === 1 ? [...signs][0]! : 0);
  return { ...clue, network: true, leaning };
}

/** As names of what is called: `UdpServer`, `run_client`. */
const SERVER_WORD = /server|serve\b|serv[ei]|listen|sunucu/i;
const CLIENT_WORD = /client|kunde|istemci/i;

function castAmong(programs: Clue[], clues: Clue[], wanted: Role[], partsOf: PartsOf): Cast {
  const cast: Cast = { server: [], client: [], script: [] };
  if (wanted.includes('script')) {
    cast.script = programs.map((clue) => clue.file);
    return cast;
  }
  const ranked = programs.toSorted((a, b) => b.leaning - a.leaning);
  const servers = ranked.filter((clue) => clue.leaning > 0);
  const clients = ranked.filter((clue) => clue.leaning <= 0);
  if (ranked.length >= 2 && servers.length === 0) {
    // A program that only connects is no server, whatever else is missing.
    const likely =
      clients.find((clue) => SERVER_NAME.test(stemOf(clue.file.path))) ??
      clients.find((clue) => !CONNECTS.test(clean(clue.file)));
    if (likely) servers.push(...clients.splice(clients.indexOf(likely), 1));
  } else if (ranked.length >= 2 && clients.length === 0) {
    const least = servers.at(-1)!;
    // Two programs that both listen are a server and a client only if the second one also reaches out.
    if (SENDS.test(least.file.text) || CLIENT_NAME.test(least.file.path)) clients.push(servers.pop()!);
  } else if (
    ranked.length === 1 &&
    servers.length === 0 &&
    SERVER_NAME.test(stemOf(ranked[0]!.file.path)) &&
    !wanted.includes('client')
  ) {
    servers.push(clients.pop()!);
  }
  const likeliest = servers.filter(({ leaning }) => leaning === servers[0]?.leaning);
  cast.server = likeliest
    .map((clue) => clue.file)
    .toSorted(plainestFirst)
    .slice(0, 1);
  cast.client = clients
    .map((clue) => clue.file)
    .toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
  // A program that never opens a socket is still the client that it is called; the checks will say what it lacks.
  const idle = clues.filter((clue) => !clue.network && !clue.part && clue.main).map((clue) => clue.file);
  if (cast.client.length === 0) cast.client = idle.filter((file) => CLIENT_NAME.test(stemOf(file.path)));
  if (cast.server.length === 0) cast.server = idle.filter((file) => SERVER_NAME.test(stemOf(file.path))).slice(0, 1);
  const only = ranked.length === 1 ? ranked[0] : undefined;
  if (only && (leadsBoth(only, partsOf) || holdsBothRoles(codeOf(only, partsOf)))) {
    cast.server = [only.file];
    cast.client = [only.file];
  }
  return cast;
}

/** A copy or an old version has more in its path: `server (1).py`, `server - Copy.py`, `old/server.py`. */
function plainestFirst(a: ProgramFile, b: ProgramFile): number {
  const folders = ({ path }: ProgramFile) => path.split('/').length;
  return folders(a) - folders(b) || stemOf(a.path).length - stemOf(b.path).length;
}

function codeOf(clue: Clue, partsOf: PartsOf): string {
  return [clue, ...partsOf(clue)].map(({ file }) => clean(file)).join('\n');
}

/** Whether a program that leaves the network to its parts has some that wait and some that reach out. */
function leadsBoth(clue: Clue, partsOf: PartsOf): boolean {
  if (NETWORK.test(clean(clue.file))) return false;
  const signs = partsOf(clue).flatMap((part) => (part.network ? Math.sign(part.leaning) : []));
  return signs.includes(1) && signs.includes(-1);
}

/** One program for both: it waits somewhere and reaches out somewhere, or is told at its start which of the two it is. */
function holdsBothRoles(code: string): boolean {
  if (!LISTENS.test(code) && !BINDS.test(code)) return false;
  const asks = /argv|args\b|input\s*\(/.test(code);
  const sockets = code.match(/socket\s*\(\s*(socket\.)?AF_|createSocket|new\s+(Datagram|Server)?Socket/g)?.length ?? 0;
  // "(s)erver or (c)lient?"
  const whole = code.replace(/[[(](\w)[\])](?=[a-z])/gi, '$1');
  const named = /server|servidor|serveur|sunucu/i.test(whole) && CLIENT_WORD.test(whole);
  if (named && (CONNECTS.test(code) || sockets >= 2 || asks)) return true;
  // What it is told is compared with the word for one role; the other is what remains, and need not be named.
  return isToldItsRole(code) && (CONNECTS.test(code) || (code.match(OPENS)?.length ?? 0) >= 2 || sendsTwice(code));
}

/** Where sockets begin. */
const OPENS = /socket\s*\(\s*(?:socket\.)?AF_|createSocket|new\s+(?:Datagram|Server)?Socket|UdpSocket::bind/g;

/** A UDP server answers in one place; where one more datagram is sent, a client asks. */
function sendsTwice(code: string): boolean {
  return (code.match(/\bsendto\s*\(|\bsend_to\s*\(|\.send\s*\(|\bWriteTo\w*\s*\(/g)?.length ?? 0) >= 2;
}

function clean(file: ProgramFile): string {
  return withoutComments(file.text, file.language);
}

function clueOf(file: ProgramFile, uses: Uses): Clue {
  const code = clean(file);
  let leaning = 0;
  if (LISTENS.test(code)) leaning += 4;
  if (BINDS.test(code)) leaning += 2;
  if (CONNECTS.test(code)) leaning -= 3;
  const receives = code.search(RECEIVES);
  const sends = code.search(SENDS);
  if (receives >= 0 && sends >= 0) leaning += receives < sends ? 1 : -1;
  else if (sends >= 0) leaning -= 1;
  const name = stemOf(file.path);
  if (SERVER_NAME.test(name) && !CLIENT_NAME.test(name)) leaning += 1.5;
  if (CLIENT_NAME.test(name) && !SERVER_NAME.test(name)) leaning -= 1.5;
  if (file.language === 'executable') leaning = SERVER_NAME.test(name) ? 2 : -2;
  return {
    file,
    leaning,
    network: NETWORK.test(code),
    main: hasMain(file, code),
    part: isPart(file, uses),
  };
}

/** Compiled languages start at a `main`; a file without one is a part of another program. */
function hasMain(file: ProgramFile, code: string): boolean {
  switch (file.language) {
    case 'java':
      return /\bvoid\s+main\s*\(/.test(code);
    case 'c':
    case 'c++':
      return /\bmain\s*\(/.test(code);
    case 'go':
      return /\bfunc\s+main\s*\(/.test(code);
    case 'rust':
      return /\bfn\s+main\s*\(/.test(code);
    default:
      return code.trim() !== '';
  }
}

/**
 * A module that another file of the submission imports is a part of that program, unless it also runs by itself. What makes a folder a
 * package of Python is nobody's program.
 */
function isPart(file: ProgramFile, uses: Uses): boolean {
  if (file.language === 'python') {
    if (/__main__/.test(file.text)) return false;
    return isPackageMark(file.path) || uses.isUsed(file.path);
  }
  return /^(node|typescript)$/.test(file.language) && uses.isUsed(file.path);
}
