import { expect, test } from 'vitest';
import { versionsUsed } from './versions-used.js';

test('tells what the languages of a class ran on, each once, and Node in any case', async () => {
  const versions = await versionsUsed(['a/server.py', 'b/server.py', 'b/notes.txt', 'c/types.d.ts']);
  expect(Object.keys(versions)).toEqual(['node', 'python']);
  expect(versions.node).toBe(process.versions.node);
  expect(versions.python).toMatch(/^3\.\d+/);
});
