import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HONEST, HOSTILE } from './test/hostile.js';
import { inWords, ProbeGrader } from './test/probe-grader.js';

let grader: ProbeGrader;
beforeAll(async () => {
  grader = await ProbeGrader.open('udp');
});
afterAll(() => grader.close());

/** The first line of what only root may read: no program, and no compiler for it, may tell it. */
const SECRET = process.getuid?.() === 0 ? readFileSync('/etc/shadow', 'latin1').split('\n')[0] : undefined;

async function honest(): Promise<string[]> {
  return (await grader.grade(HONEST)).checks.map(inWords);
}

describe('in the middle of a class, a submission that', () => {
  test('is honest passes', async () => {
    expect(await honest()).toEqual(['pass got hello', 'pass hello']);
  });

  test.each(HOSTILE)('$title loses what it deserves, and no neighbour notices', async (attack) => {
    const options = attack.withinMs === undefined ? {} : { withinMs: attack.withinMs };
    const [hostile, ...neighbours] = await Promise.all([grader.grade(attack.files, options), honest(), honest()]);
    const words = hostile.checks.map(inWords);
    expect(words).toEqual(attack.verdicts.map((verdict) => expect.stringMatching(verdict)));
    if (SECRET) expect(JSON.stringify(hostile)).not.toContain(SECRET);
    if (attack.acted) {
      const events = hostile.checks.flatMap((check) => check.transcript);
      expect(events.map((event) => (event.type === 'stdout' ? event.data.text : '')).join('')).toMatch(attack.acted);
      expect(events.length).toBeLessThan(6_000);
    }
    neighbours.push(await honest());
    expect(neighbours).toEqual(Array(3).fill(['pass got hello', 'pass hello']));
  });
});
