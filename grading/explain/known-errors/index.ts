import type { Language } from '../../../harness/program/languages.js';
import type { Cause } from '../../../harness/run/verdict.js';
import { C } from './c.js';
import { GO } from './go.js';
import { JAVA } from './java.js';
import { JAVASCRIPT } from './javascript.js';
import type { KnownError } from './known-error.js';
import { PYTHON_NAMES } from './python-names.js';
import { PYTHON_NETWORK } from './python-network.js';
import { PYTHON_SYNTAX } from './python-syntax.js';
import { PYTHON_VALUES } from './python-values.js';
import { RUST } from './rust.js';
import { SHELL } from './shell.js';

/** The errors that are known, by the language that reports them. */
export const KNOWN_ERRORS: Record<NonNullable<Cause['error']>['language'], KnownError[]> = {
  python: [...PYTHON_VALUES, ...PYTHON_NAMES, ...PYTHON_NETWORK, ...PYTHON_SYNTAX],
  java: JAVA,
  node: JAVASCRIPT,
  c: C,
  go: GO,
  rust: RUST,
  shell: SHELL,
};

/** The same, by the language of a program. */
export function errorsOf(language: Language | undefined): KnownError[] {
  switch (language) {
    case 'typescript':
      return KNOWN_ERRORS.node;
    case 'c++':
      return KNOWN_ERRORS.c;
    case 'executable':
    case undefined:
      return [];
    default:
      return KNOWN_ERRORS[language];
  }
}
