import { closeSync, openSync, readSync } from 'node:fs';

/** One for all: these files are read by the thousand, and a buffer for each is what a collector would be busy with. */
let buffer = Buffer.allocUnsafeSlow(4096);

/**
 * A file of `/proc` that the kernel gives whole at the first read (proc(5): stat, status, syscall, comm), in Latin-1.
 * `undefined` when it is gone or may not be read.
 */
export function procRecord(path: string): string | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    return buffer.toString('latin1', 0, readSync(descriptor, buffer, 0, buffer.length, 0));
  } catch {
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** A file of `/proc` of any length, such as a table of sockets, in Latin-1; empty when it is not there. */
export function procTable(path: string): string {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    let length = 0;
    for (;;) {
      if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
      const read = readSync(descriptor, buffer, length, buffer.length - length, null);
      if (read === 0) return buffer.toString('latin1', 0, length);
      length += read;
    }
  } catch {
    return '';
  } finally {
    closeSync(descriptor);
  }
}
