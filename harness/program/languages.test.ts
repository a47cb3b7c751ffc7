import { expect, test } from 'vitest';
import { type Language, languageOf } from './languages.js';

const file = (path: string, text?: string, executable = false) => ({
  path,
  executable,
  ...(text === undefined ? {} : { text }),
});

test.each<[string, Language]>([
  ['server.py', 'python'],
  ['Server.PY', 'python'],
  ['gui.pyw', 'python'],
  ['server.js', 'node'],
  ['server.mjs', 'node'],
  ['server.cjs', 'node'],
  ['src/server.ts', 'typescript'],
  ['server.mts', 'typescript'],
  ['Server.java', 'java'],
  ['server.c', 'c'],
  ['server.cpp', 'c++'],
  ['server.cc', 'c++'],
  ['main.go', 'go'],
  ['server.rs', 'rust'],
  ['client.sh', 'shell'],
])('%s is a program in %s', (path, language) => {
  expect(languageOf(file(path, ''))).toBe(language);
});

test.each<[string, Language]>([
  ['#!/usr/bin/env python3\nimport socket', 'python'],
  ['#!/usr/bin/python\n', 'python'],
  ['#!/usr/bin/env node\n', 'node'],
  ['#!/bin/sh\n', 'shell'],
  ['#!/usr/bin/env bash\n', 'shell'],
])('a file without an ending is told by its first line %j', (text, language) => {
  expect(languageOf(file('server', text))).toBe(language);
});

test.each(['notes.txt', 'README.md', 'server', 'types.d.ts', 'server.h', 'config.json', '.py/readme'])(
  '%s with plain text is no program',
  (path) => {
    expect(languageOf(file(path, 'hello'))).toBeUndefined();
  },
);

test('a file that is not text is a program only when it may be executed and has no other kind of name', () => {
  expect(languageOf(file('a.out', undefined, true))).toBe('executable');
  expect(languageOf(file('server', undefined, true))).toBe('executable');
  expect(languageOf(file('server', undefined, false))).toBeUndefined();
  expect(languageOf(file('photo.png', undefined, true))).toBeUndefined();
  // Its ending says Python, and its content that it is none.
  expect(languageOf(file('server.py', undefined, true))).toBeUndefined();
});
