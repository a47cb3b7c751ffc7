import type { Entry } from '../listing.js';
import { type AttemptName, attemptsIn, readAttempts } from './attempts.js';
import type { LayoutReader } from './layout.js';

/** `<assignment>_<user>_attempt_<time>_<file>`, and a text about each attempt without a file name. What a student calls a file may look so again. */
const NAME = /^.+?_([^_ ]+(?:_[^_ ]+)*?)_attempt_(\d{4}(?:-\d{2}){5})(?:_(.+)|\.txt)$/s;

/** Blackboard's "Assignment File Download": loose files. */
export const blackboard: LayoutReader = {
  name: 'blackboard',
  recognise(listing) {
    const found = attemptsIn(listing, parse);
    return found > 0 ? `${found} files are named "…_attempt_…", as Blackboard names its downloads.` : undefined;
  },
  read: (listing) => readAttempts(listing, { parse, platform: 'Blackboard', nameIn }),
};

function parse({ name, kind }: Entry): AttemptName | undefined {
  const match = kind === 'folder' ? null : NAME.exec(name);
  if (!match) return undefined;
  const [, user = '', at = '', file] = match;
  return { person: user, name: user, platformId: user, at, ...(file === undefined ? { isForm: true } : { file }) };
}

/** The text about an attempt begins with `Name: Ali Veli (av11)`, in the language of the site. */
function nameIn(form: string): string | undefined {
  return /^\uFEFF?[^:\n]{1,40}:[ \t]*([^\n]{1,200}?)[ \t]*\([^()\n]+\)[ \t]*\r?(?:\n|$)/.exec(form)?.[1];
}
