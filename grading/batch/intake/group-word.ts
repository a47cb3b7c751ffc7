import { fold } from './file-name.js';

const GROUP = /^(groups?|grup|gruppe|teams?|takim|equipe|grupo)\d*$/;

/** Whether a name says that people handed in together. */
export function namesGroup(name: string): boolean {
  return name.split(/[\s_.-]+/).some(saysGroup);
}

/** Whether a word says that people handed in together. */
export function saysGroup(word: string): boolean {
  return GROUP.test(fold(word));
}
