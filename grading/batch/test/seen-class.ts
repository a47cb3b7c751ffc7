import { join } from 'node:path';
import { type ReadClassOptions, readClass } from '../intake/read-class.js';
import { type Tree, temporaryFolder } from './class-folder.js';

export const SERVER = 'import socket\ns = socket.socket()\ns.bind(("", 5550))\n';
export const CLIENT = 'import socket\ns = socket.socket()\ns.connect(("127.0.0.1", 5550))\n';
/** A program of two files, in a folder. */
export const both = (folder: string, server = SERVER): Tree => ({
  [`${folder}/server.py`]: server,
  [`${folder}/client.py`]: CLIENT,
});

/** What an instructor sees: the layout, each student with the files that are graded, and what was left. */
export async function seen(path: string, options: Partial<ReadClassOptions> = {}) {
  const read = await readClass(path, { workFolder: join(await temporaryFolder(), 'work'), ...options });
  return {
    layout: read.layout.name,
    students: Object.fromEntries(read.students.map(({ name, files }) => [name, files.join(' ')])),
    left: Object.fromEntries(read.notUnderstood.map(({ path: name, why }) => [name, why])),
    notes: Object.fromEntries(read.students.flatMap(({ name, notes }) => (notes.length > 0 ? [[name, notes]] : []))),
    versions: Object.fromEntries(
      read.students.flatMap((one) =>
        one.versions.length > 0 ? [[one.name, one.versions.map(({ name }) => name)]] : [],
      ),
    ),
  };
}

/** The files of `both`, as `seen` lists them. */
export const PAIR = 'client.py server.py';
