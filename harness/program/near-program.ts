import { posix } from 'node:path';
import { LANGUAGE_NAME, type Language, languageByName } from './languages.js';
import { CLIENT_NAME, type Role, SERVER_NAME } from './roles.js';
import type { SubmittedFile } from './submission.js';
import { isPackageMark } from './uses.js';

const MOST_NAMED = 2;

/**
 * Why files that were meant as programs are none: those named like the role, else any. Empty where nothing looks like it.
 * `onlyRole`: where other programs were found, no other file is asked about.
 */
export function nearPrograms(files: readonly SubmittedFile[], role: Role, onlyRole: boolean): NearProgram[] {
  const named = { server: SERVER_NAME, client: CLIENT_NAME, script: /^/ }[role];
  const near = files.flatMap((file) => {
    const found = nearProgram(file);
    return found ? [{ ...found, file: file.path, isRole: named.test(posix.basename(file.path)) }] : [];
  });
  near.sort((a, b) => a.far - b.far);
  const ofRole = near.filter(({ isRole }) => isRole);
  return (ofRole.length > 0 || onlyRole ? ofRole : near).slice(0, MOST_NAMED);
}

/** What is wrong with a file that was meant as a program. */
export type NearKind =
  | 'empty-file'
  | 'named-as-text' // server.py.txt
  | 'no-source' // a document, an archive, a compiled program, …
  | 'notebook'
  | 'other-language';

/** A file that was meant as a program, and a sentence that says why it is none and what to do. */
export interface NearProgram extends Near {
  file: string;
}

/** `far` is smaller the more surely it was meant as the program. */
interface Near {
  kind: NearKind;
  sentence: string;
  far: number;
}

/** Files that hold no program that could be started, by their ending, and what to do. */
const KINDS: { ending: RegExp; kind?: NearKind; is: string; instead: string }[] = [
  {
    ending: /\.ipynb$/i,
    kind: 'notebook',
    is: 'is a notebook, which cannot be started as a program',
    instead: 'export it as a script (.py) and hand that in',
  },
  {
    ending: /\.(docx?|odt|rtf|pdf|pages)$/i,
    is: 'is a document',
    instead: 'hand in the program itself, saved as plain text',
  },
  {
    ending: /\.(zip|rar|7z|tar|tgz|txz|tbz2?|gz|bz2|xz|zst)$/i,
    is: 'is an archive',
    instead: 'unpack it and hand in what is in it',
  },
  {
    ending: /\.(exe|dll|class|jar|pyc|o|obj|apk)$/i,
    is: 'is a program that was compiled already',
    instead: 'hand in its source',
  },
  {
    ending: /\.(lnk|url|webloc|gdoc|desktop)$/i,
    is: 'is a shortcut to something else',
    instead: 'hand in the program itself',
  },
  { ending: /\.(png|jpe?g|gif|webp|heic|bmp)$/i, is: 'is a picture', instead: 'hand in the program itself' },
];

/** Languages that are known, and not graded. */
const OTHER_LANGUAGES: Record<string, string> = {
  cs: 'C#',
  vb: 'Visual Basic',
  kt: 'Kotlin',
  swift: 'Swift',
  rb: 'Ruby',
  php: 'PHP',
  pl: 'Perl',
  lua: 'Lua',
  scala: 'Scala',
  hs: 'Haskell',
  dart: 'Dart',
};

function nearProgram({ path, text }: SubmittedFile): Near | undefined {
  const [, stem = path, ending = ''] = /^(.+)\.(\w+)$/.exec(path) ?? [];
  if (languageByName(path) !== undefined) {
    if (isPackageMark(path)) return undefined;
    if (text?.trim() === '') return { kind: 'empty-file', sentence: `${path} is empty.`, far: 0 };
    if (text !== undefined) return undefined;
    return {
      kind: 'no-source',
      sentence: `${path} is not plain text, or far too long: save the program as plain text and hand it in again.`,
      far: 0,
    };
  }
  const isText = text !== undefined && /^(|txt|text|bak|old|orig|save)$/i.test(ending);
  if (isText && languageByName(stem) !== undefined) {
    return {
      kind: 'named-as-text',
      sentence: `${path} is a text file: rename it to ${stem} and hand it in again.`,
      far: 1,
    };
  }
  const like = isText ? languageLike(text) : undefined;
  if (like) {
    const to = `${stem}.${like.ending}`;
    const is = ending === '' ? 'has no ending that says its language' : 'is a text file';
    return {
      kind: 'named-as-text',
      sentence: `${path} ${is}: if it is ${like.name}, rename it to ${to} and hand it in again.`,
      far: 2,
    };
  }
  const other = OTHER_LANGUAGES[ending.toLowerCase()];
  if (other) {
    const graded = Object.entries(LANGUAGE_NAME).flatMap(([id, name]) => (id === 'executable' ? [] : [name]));
    return {
      kind: 'other-language',
      sentence: `${path} is ${other}, which is not graded here; ${graded.join(', ')} are.`,
      far: 3,
    };
  }
  const at = KINDS.findIndex((one) => one.ending.test(path));
  if (at < 0) return undefined;
  const { kind = 'no-source', is, instead } = KINDS[at]!;
  return { kind, sentence: `${path} ${is}: ${instead}.`, far: 4 + at };
}

/** What a source without the ending of its language looks like. */
const LOOKS: { like: RegExp; ending: string; language: Language }[] = [
  { like: /^[ \t]*#[ \t]*include[ \t]*[<"]/m, ending: 'c', language: 'c' },
  { like: /^[ \t]*package[ \t]+main\b/m, ending: 'go', language: 'go' },
  { like: /\bfn[ \t]+main[ \t]*\(/, ending: 'rs', language: 'rust' },
  { like: /\bvoid[ \t]+main[ \t]*\([ \t]*String/, ending: 'java', language: 'java' },
  { like: /\brequire[ \t]*\([ \t]*['"]|^[ \t]*import\b[^\n]{1,80}['"]/m, ending: 'js', language: 'node' },
  { like: /^[ \t]*(?:import[ \t]+\w+|from[ \t]+\w+[ \t]+import\b)/m, ending: 'py', language: 'python' },
];

function languageLike(text: string): { ending: string; name: string } | undefined {
  const found = LOOKS.find(({ like }) => like.test(text));
  return found && { ending: found.ending, name: LANGUAGE_NAME[found.language] };
}
