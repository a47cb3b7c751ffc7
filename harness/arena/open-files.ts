import { readdirSync, statSync } from 'node:fs';
import { livingFolder } from './live-thread.js';
import { procRecord } from './proc-file.js';

/** How many files and sockets a process has open; 0 where that cannot be seen. Linux only. */
export function openFilesOf(pid: number): number {
  const folder = livingFolder(pid);
  if (folder === undefined) return 0;
  try {
    // Since Linux 6.2 the folder's size, which is told even where its names are not.
    return statSync(`${folder}/fd`).size || readdirSync(`${folder}/fd`).length;
  } catch {
    return 0;
  }
}

/** The size of the largest file that a process has open for writing; 0 where that cannot be seen. Linux only. */
export function largestFileOf(pid: number): number {
  const folder = livingFolder(pid);
  if (folder === undefined) return 0;
  try {
    return Math.max(0, ...readdirSync(`${folder}/fd`).map((number) => writtenSize(folder, number)));
  } catch {
    return 0;
  }
}

function writtenSize(folder: string, descriptor: string): number {
  // proc_pid_fdinfo(5): octal, the last digit says whether it is for reading only (0).
  const flags = /^flags:\s+([0-7]+)/m.exec(procRecord(`${folder}/fdinfo/${descriptor}`) ?? '')?.[1] ?? '0';
  if (Number.parseInt(flags, 8) % 4 === 0) return 0;
  try {
    const kind = statSync(`${folder}/fd/${descriptor}`);
    return kind.isFile() ? kind.size : 0;
  } catch {
    return 0;
  }
}
