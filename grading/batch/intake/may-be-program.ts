import { extname } from 'node:path';
import { languageByName } from '../../../harness/program/languages.js';
import { lastPart } from './student-files.js';

/** Names without an ending that are no programs; any other may be one. */
const NO_PROGRAM = /^(readme|licen[cs]e|copying|authors|changelog|todo|notes?|makefile|dockerfile|gemfile)$/i;

/** By its name alone, and rather too much than too little: what may be a program is graded, and nobody has to look. */
export function mayBeProgram(path: string): boolean {
  const name = lastPart(path);
  if (extname(name) === '') return !NO_PROGRAM.test(name);
  return /\.(out|bin)$/i.test(name) || languageByName(name) !== undefined;
}
