import type { Options } from 'yargs';
import { UsageError } from '../../harness/usage-error.js';

/** Options that several commands share, each worded once. */
export const commonOptions = {
  isolation: {
    choices: ['auto', 'namespaces', 'none'] as const,
    default: 'auto' as const,
    describe: 'How programs are shut in: the best there is, namespaces or nothing, none at all',
  },
  assignments: { type: 'string', describe: "A folder with an instructor's own assignments" },
  strict: {
    type: 'boolean',
    default: false,
    describe: 'Accept only what netgrade.yml or the assignment states; guess nothing',
  },
  option: {
    type: 'string',
    array: true,
    nargs: 1,
    describe: "An assignment's option: --option name or --option name=false",
    default: [] as string[],
  },
} satisfies Record<string, Options>;

/** Reads `--option name=value`. @throws UsageError for a value that is neither true nor false */
export function readOptions(given: string[]): Record<string, boolean> {
  return Object.fromEntries(
    given.map((text) => {
      const [name = '', value = 'true'] = text.split('=');
      if (value !== 'true' && value !== 'false')
        throw new UsageError(`--option ${text}: write ${name}=true or ${name}=false.`);
      return [name, value === 'true'] as const;
    }),
  );
}

/** What a suggested command needs too, so that it finds the same assignments. */
export function sameAssignments(folder: string | undefined): string {
  return folder === undefined ? '' : ` --assignments ${folder}`;
}
