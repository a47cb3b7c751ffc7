import { fold } from '../batch/intake/file-name.js';

/** What a name can be looked up by: its words in any order, and run together as Canvas writes them. */
export function nameKeys(name: string): string[] {
  const words = name
    .split(/[\s,._-]+/u)
    .map(fold)
    .filter(Boolean);
  if (words.length === 0) return [];
  const runs = [words.join(''), [...words.slice(-1), ...words.slice(0, -1)].join('')];
  return [`words ${words.sort().join(' ')}`, ...runs.map((run) => `run ${run}`)];
}

/** Two names are the same where they share a key. */
export function sameName(a: string, b: string): boolean {
  const keys = nameKeys(a);
  return nameKeys(b).some((key) => keys.includes(key));
}
