import { type Language, languageOf } from './languages.js';
import { withoutComments } from './source.js';
import type { SubmittedFile } from './submission.js';

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
  imported: boolean;
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
  const importers = importersIn(files);
  const clues = files.flatMap((file): Clue[] => {
    const language = languageOf(file);
    if (!language) return [];
    return [clueOf({ path: file.path, language, text: file.text ?? '' }, importers)];
  });
  const cast: Cast = { server: [], client: [], script: [] };
  const candidates = clues.filter((clue) => clue.network || clue.file.language === 'executable');
  const programs = (candidates.length > 0 ? candidates : clues).filter((clue) => !clue.imported && clue.main);
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
      clients.find((clue) => SERVER_NAME.test(baseName(clue.file.path))) ??
      clients.find((clue) => !CONNECTS.test(clean(clue.file)));
    if (likely) servers.push(...clients.splice(clients.indexOf(likely), 1));
  } else if (ranked.length >= 2 && clients.length === 0) {
    const least = servers.at(-1)!;
    // Two programs that both listen are a server and a client only if the second one also reaches out.
    if (SENDS.test(least.file.text) || CLIENT_NAME.test(least.file.path)) clients.push(servers.pop()!);
  } else if (
    ranked.length === 1 &&
    servers.length === 0 &&
    SERVER_NAME.test(baseName(ranked[0]!.file.path)) &&
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
  const idle = clues.filter((clue) => !clue.network && !clue.imported && clue.main).map((clue) => clue.file);
  if (cast.client.length === 0) cast.client = idle.filter((file) => CLIENT_NAME.test(baseName(file.path)));
  if (cast.server.length === 0) cast.server = idle.filter((file) => SERVER_NAME.test(baseName(file.path))).slice(0, 1);
  const only = ranked.length === 1 ? ranked[0]!.file : undefined;
  if (only && holdsBothRoles(only)) {
    cast.server = [only];
    cast.client = [only];
  }
  return cast;
}

/** A copy or an old version has more in its path: `server (1).py`, `server - Copy.py`, `old/server.py`. */
function plainestFirst(a: ProgramFile, b: ProgramFile): number {
  const folders = ({ path }: ProgramFile) => path.split('/').length;
  return folders(a) - folders(b) || baseName(a.path).length - baseName(b.path).length;
}

/** One script for both: it waits somewhere and reaches out somewhere, or is told at its start which of the two it is. */
function holdsBothRoles(file: ProgramFile): boolean {
  const code = clean(file);
  const waits = LISTENS.test(code) || BINDS.test(code);
  const sockets = code.match(/socket\s*\(\s*(socket\.)?AF_|createSocket|new\s+(Datagram|Server)?Socket/g)?.length ?? 0;
  const named = /server|servidor/i.test(code) && /client/i.test(code);
  return waits && named && (CONNECTS.test(code) || sockets >= 2 || /argv|args\b|input\s*\(/.test(code));
}

function clean(file: ProgramFile): string {
  return withoutComments(file.text, file.language);
}

function clueOf(file: ProgramFile, importers: Importers): Clue {
  const code = clean(file);
  let leaning = 0;
  if (LISTENS.test(code)) leaning += 4;
  if (BINDS.test(code)) leaning += 2;
  if (CONNECTS.test(code)) leaning -= 3;
  const receives = code.search(RECEIVES);
  const sends = code.search(SENDS);
  if (receives >= 0 && sends >= 0) leaning += receives < sends ? 1 : -1;
  else if (sends >= 0) leaning -= 1;
  const name = baseName(file.path);
  if (SERVER_NAME.test(name) && !CLIENT_NAME.test(name)) leaning += 1.5;
  if (CLIENT_NAME.test(name) && !SERVER_NAME.test(name)) leaning -= 1.5;
  if (file.language === 'executable') leaning = SERVER_NAME.test(name) ? 2 : -2;
  return {
    file,
    leaning,
    network: NETWORK.test(code),
    main: hasMain(file, code),
    imported: isImported(file, importers),
  };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
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

/** A module that another file of the submission imports is a part of that program, unless it also runs by itself. */
function isImported(file: ProgramFile, importers: Importers): boolean {
  if (file.language === 'python' && /__main__/.test(file.text)) return false;
  const kind = file.language === 'python' ? 'python' : /^(node|typescript)$/.test(file.language) ? 'node' : undefined;
  const found = kind && importers[kind].get(baseName(file.path));
  return found !== undefined && [...found].some((path) => path !== file.path);
}

/** By the name of a module: the first two files that import it, for one of them may be the module itself. */
type Importers = Record<'python' | 'node', Map<string, Set<string>>>;

/** Each file is read once, however many there are. */
function importersIn(all: SubmittedFile[]): Importers {
  const importers: Importers = { python: new Map(), node: new Map() };
  const note = (names: Map<string, Set<string>>, name: string, path: string): void => {
    const paths = names.get(name) ?? new Set();
    if (paths.size < 2) names.set(name, paths.add(path));
  };
  for (const { path, text = '' } of all) {
    if (path.endsWith('.py')) {
      for (const [, from, list] of text.matchAll(PYTHON_IMPORT)) {
        if (from !== undefined) note(importers.python, from, path);
        for (const name of list?.split(',') ?? []) note(importers.python, name.trim().split(/\W/, 1)[0]!, path);
      }
    } else if (/\.[cm]?[jt]s$/.test(path)) {
      for (const [, name = ''] of text.matchAll(NODE_IMPORT)) {
        note(importers.node, name, path);
        note(importers.node, baseName(name), path);
      }
    }
  }
  return importers;
}

/** `from .name import` or `import a, b`. */
const PYTHON_IMPORT = /^[ \t]*(?:from[ \t]+\.?(\w+)[ \t]+import|import[ \t]+([\w.]+(?:[ \t]*,[ \t]*[\w.]+)*))/gm;
/** `require("./name.js")`, `from './name'`. */
const NODE_IMPORT = /(?:require\s{0,8}\(|from|import)\s{0,8}['"]\.\/(?:[\w-]+\/)*([^'"/\n]{1,200})['"]/g;
