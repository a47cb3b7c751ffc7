import { expect, test } from 'vitest';
import { expectLibrary } from './library.js';

const MISSING = `Traceback (most recent call last):
  File "lookup.py", line 1, in <module>
ModuleNotFoundError: No module named 'dns'
`;
const there = async () => true;
const missing = async () => false;
const files = (...paths: string[]) => ({ files: paths.map((path) => ({ path, text: '', executable: false })) });
const python = { language: 'python' as const, stderr: MISSING };

test('where the machine has no dnspython, a program that needs it is not to blame', async () => {
  await expect(expectLibrary([python], files('lookup.py'), missing)).rejects.toThrow(/has no dnspython/);
});

test('where the machine has it, whoever prints that it is missing is not excused', async () => {
  await expect(expectLibrary([python], files('lookup.py'), there)).resolves.toBeUndefined();
});

test.each([
  ['a program that is no Python', { language: 'node' as const, stderr: MISSING }, files('lookup.js')],
  ['a program of which nobody knows what it is', { language: undefined, stderr: MISSING }, files('lookup')],
  ['a program that lacks something else', { ...python, stderr: MISSING.replace('dns', 'dnssec') }, files('lookup.py')],
  ['a program whose own file hides the library', python, files('lookup.py', 'dns.py')],
  ['a program that brings a part of the library', python, files('lookup.py', 'dns/resolver.py')],
])('%s is never excused', async (_, program, submission) => {
  await expect(expectLibrary([program], submission, missing)).resolves.toBeUndefined();
});
