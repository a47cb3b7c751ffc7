import { USUAL_HINTS } from '../usual-hints.js';
import type { KnownError } from './known-error.js';

/**
 * What the operating system says of a socket or a file: the same words in every language. Python puts `[Errno 98]` before them, Go writes them small,
 * Node and Rust have names of their own.
 */
export const SYSTEM: KnownError[] = [
  {
    message: /Address already in use|EADDRINUSE|AddrInUse|Only one usage of each socket address/i,
    said: true,
    when: ({ role }) => role === 'client',
    rather: ['both-in-one'],
    hint: "The port that the client binds is taken, and perhaps it is its server's. A client needs no port of its own: leave that line out.",
  },
  {
    message: /Address already in use|EADDRINUSE|AddrInUse|Only one usage of each socket address/i,
    said: true,
    hint: 'The port is taken already. Does the program take it twice, perhaps in a loop or in a second thread? Take it once, before the loop.',
  },
  {
    message: /Connection refused|ECONNREFUSED|ConnectionRefused/i,
    said: true,
    hint: 'Nobody listens at that address and port. Are host and port the same in the client as in the server?',
  },
  {
    message: /Cannot assign requested address|EADDRNOTAVAIL|AddrNotAvailable|can.t assign requested/i,
    said: true,
    when: ({ role }) => role === 'client',
    hint: 'That is no address of this computer to bind to, or no address to reach. A client needs no `bind`; its server is at `127.0.0.1`.',
  },
  {
    message: /Cannot assign requested address|EADDRNOTAVAIL|AddrNotAvailable|can.t assign requested/i,
    said: true,
    hint: 'A server can only take an address of its own computer. Use `127.0.0.1`, or `0.0.0.0` for all of them.',
  },
  {
    message: /Permission denied|EACCES|PermissionDenied/i,
    said: true,
    hint: 'This is not allowed. If it is about the port: those below 1024 are reserved; take one above, such as 5550.',
  },
  {
    message: /(?:Transport endpoint|Socket) is not connected|ENOTCONN|NotConnected/i,
    said: true,
    when: ({ transport }) => transport === 'udp',
    rather: ['family-for-type', 'no-kind', 'wrong-kind'],
    hint: 'This socket is a TCP one without a connection. For UDP, make it with {socket}.',
  },
  {
    message: /(?:Transport endpoint|Socket) is not connected|ENOTCONN|NotConnected/i,
    said: true,
    rather: ['listener-used'],
    hint: 'This socket has no connection. A client connects first; a server talks on {asker}, not on the socket that listens.',
  },
  {
    message: /Broken pipe|EPIPE|BrokenPipe/i,
    when: ({ transport }) => transport === 'udp',
    rather: ['family-for-type', 'no-kind', 'wrong-kind'],
    hint: 'This socket is a TCP one without a connection. For UDP, make it with {socket}.',
  },
  {
    message: /Broken pipe|EPIPE|BrokenPipe|Connection reset|ECONNRESET|ConnectionReset|Connection aborted/i,
    rather: ['listener-used'],
    hint: 'The other side has closed the connection already. Do not send after it has ended, and wait for the answer before you close.',
  },
  {
    message:
      /Bad file descriptor|EBADF|Socket closed|use of closed network connection|ERR_SOCKET_DGRAM_NOT_RUNNING|Socket is closed/i,
    said: true,
    hint: 'The socket was closed before it was used here. Does its `close` stand inside the loop? Close it after the last use.',
  },
  {
    message: /Operation not supported|EOPNOTSUPP/i,
    said: true,
    when: ({ transport }) => transport === 'tcp',
    rather: ['family-for-type', 'wrong-kind'],
    hint: 'A UDP socket cannot listen or accept. For TCP, make it with {socket}.',
  },
  {
    message: /Operation not supported|EOPNOTSUPP/i,
    said: true,
    hint: 'A UDP socket has no `listen` and no `accept`. After `bind` comes {receive}.',
  },
  {
    message: /Destination address required|EDESTADDRREQ/i,
    said: true,
    hint: '`send` does not say where to. With UDP use {send} and an address.',
  },
  {
    message: /(?:Transport endpoint|Socket) is already connected|EISCONN/i,
    said: true,
    hint: 'This socket is connected already. Connect once, before the loop, or make a new socket for each connection.',
  },
  {
    message: /Address family not supported/i,
    said: true,
    hint: 'The address has another family than the socket. Is `sin_family = AF_INET` set, and the rest of the structure zero?',
  },
  {
    message: /Message too long|EMSGSIZE/i,
    said: true,
    hint: 'One datagram takes 65507 bytes at most. Send less at once.',
  },
  {
    message: /\baccept\b.*Invalid argument|\[Errno 22\]|^Invalid argument/i,
    when: ({ transport }) => transport === 'tcp',
    hint: 'The socket cannot do this yet. A server calls `listen` before `accept`.',
  },
  {
    message: /\[Errno 22\]|Invalid argument/i,
    rather: ['length-unset'],
    hint: 'An argument of this call makes no sense to the system. Look at the address and its length: are both filled in?',
  },
  {
    message: /Resource temporarily unavailable|EAGAIN|WouldBlock/i,
    hint: 'Nothing had come yet, and the socket does not wait. Leave `setblocking(False)` or the timeout away, or try again.',
  },
  {
    message: /Too many open files(?! in system)|EMFILE/i,
    said: true,
    hint: USUAL_HINTS['open-files'],
  },
  {
    message: /File too large|EFBIG|FileTooLarge/i,
    said: true,
    hint: USUAL_HINTS['file-size'],
  },
  {
    message: /No space left on device|ENOSPC|StorageFull/i,
    said: true,
    hint: 'There was no room left where it wrote. Does a loop write without end, or make new files?',
  },
  {
    message:
      /Name or service not known|ENOTFOUND|no such host|Temporary failure in name resolution|EAI_AGAIN|failed to lookup address/i,
    said: true,
    hint: 'No such host name was found. Is it spelled right? On one computer, `127.0.0.1` is the address.',
  },
];
