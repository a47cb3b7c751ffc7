import { MachineLacks } from '../arena/cannot-start.js';
import { DEFAULT_LIMITS, type Shortage, type Space } from '../arena/world.js';
import { noDescriptorsSaid, noSpaceSaid, tooLargeSaid } from '../expect/shortage-said.js';
import type { Program } from '../program/program.js';

/** The most that one call takes at once: a program that is started with three pipes of its own and one that tells of its failure. */
const ONE_CALL_TAKES = 8;
/** So much of the end of what it printed is read. */
const PRINTED_READ = 2_000;

/**
 * What a program had no more of when it failed, by how it is now; `error` is the message of the error that it failed of, where one is known,
 * and then nothing else is believed. Of one that has ended only its words and its folder are left. To be asked where something failed, and only there.
 * @throws MachineLacks where it is the machine that has no more
 */
export function shortageOf(
  { running, exit, output }: Pick<Program, 'running' | 'exit' | 'output'>,
  error: string | undefined,
): Shortage | undefined {
  const said = error ?? output.slice(-PRINTED_READ);
  const silent = error === undefined;
  const saidFiles = noDescriptorsSaid(said);
  const fewest = DEFAULT_LIMITS.openFiles - (saidFiles ? ONE_CALL_TAKES : 0);
  if (exit ? saidFiles : (saidFiles || silent) && running.openFiles() >= fewest) return 'open-files';
  if (exit ? tooLargeSaid(said) : silent && running.largestFile() >= DEFAULT_LIMITS.fileBytes) return 'large-file';
  const saidSpace = noSpaceSaid(said);
  if (!saidSpace && !silent) return undefined;
  const space = running.space();
  const full = fullIn(space, saidSpace);
  if ((saidSpace || full) && space.isScant()) throw noRoom();
  return full;
}

/** What a place is full of. When a program has `said` so, it or its runtime may have taken something away again at its end, as Java's does. */
export function fullIn({ bytes, files }: Space, said: boolean): 'full-folder' | 'file-count' | undefined {
  const { folderBytes, folderFiles } = DEFAULT_LIMITS;
  if (bytes === 0) return 'full-folder';
  if (files === 0) return 'file-count';
  if (said && bytes < folderBytes * TAKEN_AWAY) return 'full-folder';
  return said && files < folderFiles * TAKEN_AWAY ? 'file-count' : undefined;
}

/** The share of its folder that a runtime takes away at its end, at the most; Java's some hundredths of a percent. */
const TAKEN_AWAY = 0.01;

/** Where the machine gives a program less than it may have. */
export function noRoom(): MachineLacks {
  const { folderBytes, folderFiles } = DEFAULT_LIMITS;
  return new MachineLacks(
    `The disk of this machine is full: a program may write ${folderBytes / 1024 ** 2} MB and ${folderFiles} files. Make room, then grade it again.`,
  );
}

/** Where the kernel ended what was within its limits, to have memory again. */
export function tooLittleMemory(): MachineLacks {
  return new MachineLacks(
    'This machine ran out of memory, and its kernel ended a program that kept to its limit. Grade it again, with less beside it.',
  );
}
