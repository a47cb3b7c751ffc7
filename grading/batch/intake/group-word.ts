import { fold } from './file-name.js';

const GROUP = /^(groups?|grup|gruppe|teams?|takim|equipe|grupo)\d*$/;

/** Whether a word says that people handed in together. */
export function saysGroup(word: string): boolean {
  return GROUP.test(fold(word));
}
