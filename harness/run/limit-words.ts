import type { Breach, Limits, Shortage } from '../arena/world.js';
import type { CauseCode } from './verdict.js';

const inMB = (bytes: number): string => `${bytes / 1024 ** 2} MB`;

interface LimitWords {
  code: CauseCode;
  /** What a program did, to stand behind its name. */
  did: (limits: Limits) => string;
}

/** Every limit, with the cause that a failure gets by it. */
export const LIMIT_WORDS: Record<Breach | Shortage, LimitWords> = {
  memory: {
    code: 'memory',
    did: ({ memoryBytes }) => `used more than ${inMB(memoryBytes)} of memory and was ended`,
  },
  processes: {
    code: 'processes',
    did: ({ processes }) => `started more than ${processes} processes or threads and was ended`,
  },
  'all-open-files': {
    code: 'open-files',
    did: ({ allOpenFiles }) =>
      `had more than ${allOpenFiles} files and sockets open in all its processes together and was ended`,
  },
  sockets: { code: 'sockets', did: ({ sockets }) => `opened more than ${sockets} sockets and was ended` },
  cpu: { code: 'cpu', did: ({ cpuSeconds }) => `used more than ${cpuSeconds} s of processor time and was ended` },
  output: { code: 'output-flood', did: ({ outputBytes }) => `printed more than ${inMB(outputBytes)} and was ended` },
  'file-size': {
    code: 'file-size',
    did: ({ fileBytes }) => `wrote a file larger than ${inMB(fileBytes)} and was ended`,
  },
  'large-file': {
    code: 'file-size',
    did: ({ fileBytes }) => `wanted to write a file larger than ${inMB(fileBytes)}`,
  },
  'open-files': {
    code: 'open-files',
    did: ({ openFiles }) => `used up the ${openFiles} files and sockets that it may have open at once`,
  },
  'full-folder': { code: 'full-folder', did: ({ folderBytes }) => `filled the ${inMB(folderBytes)} of its folder` },
  'file-count': {
    code: 'file-count',
    did: ({ folderFiles }) => `used up the ${folderFiles} files and folders that its folder may hold`,
  },
};
