import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { ClassCheck, ClassOutcome, ClassPageInput, ClassRow } from '../../class-page.js';
import { checkKey } from '../../class-page.js';

const FIRST =
  'Amira Bao Chidi Dilnoza Eero Fátima Goran Hye-jin Ibrahim Jürgen Kateryna Łukasz Mei Noor Óscar Priya Quang Ravi Søren Tomás'.split(
    ' ',
  );
const LAST =
  'Abadi Björk Castro Dvořák Eze Farouk García Haddad Ivanova Jensen Kowalski Liu Moreau Nakamura Okafor Petrov Quispe Rossi Şahin Tran'.split(
    ' ',
  );

const CHECKS: (ClassCheck & { ease: number; causes: string[] })[] = [
  {
    id: 'listens',
    role: 'server',
    title: 'listens on a UDP port',
    maxPoints: 10,
    kind: 'core',
    ease: 0.97,
    causes: ['died-at-start', 'wrong-transport'],
  },
  {
    id: 'adds',
    role: 'server',
    title: 'adds two whole numbers',
    maxPoints: 15,
    kind: 'core',
    ease: 0.93,
    causes: ['no-reply', 'mismatch'],
  },
  {
    id: 'divides',
    role: 'server',
    title: 'divides, with a decimal result where there is one',
    maxPoints: 15,
    kind: 'core',
    ease: 0.52,
    causes: ['mismatch'],
  },
  {
    id: 'takes-negatives',
    role: 'server',
    title: 'takes negative numbers',
    maxPoints: 10,
    kind: 'core',
    ease: 0.8,
    causes: ['crashed', 'mismatch', 'no-reply'],
  },
  {
    id: 'goes-on',
    role: 'server',
    title: 'goes on and answers the next request, whoever asks',
    maxPoints: 10,
    kind: 'core',
    ease: 0.74,
    causes: ['no-reply', 'misdirected-reply'],
  },
  {
    id: 'divides-by-zero',
    role: 'server',
    title: 'answers a division by zero in words and lives on',
    maxPoints: 5,
    kind: 'robust',
    ease: 0.45,
    causes: ['crashed', 'no-reply'],
  },
  {
    id: 'survives-nonsense',
    role: 'server',
    title: 'answers a request that makes no sense in words and lives on',
    maxPoints: 5,
    kind: 'robust',
    ease: 0.4,
    causes: ['crashed', 'timeout'],
  },
  {
    id: 'sends-expression',
    role: 'client',
    title: 'sends the computation that its user typed',
    maxPoints: 15,
    kind: 'core',
    ease: 0.9,
    causes: ['never-sent', 'not-read'],
  },
  {
    id: 'prints-result',
    role: 'client',
    title: 'prints the result that the server sent',
    maxPoints: 15,
    kind: 'core',
    ease: 0.86,
    causes: ['not-printed', 'constant'],
  },
];

/** A class of this many students who are good at it in different degrees; the same every time. */
export function sampleClass(size: number): ClassPageInput & { rows: ClassRow[] } {
  const generator = xoroshiro128plus(42);
  const chance = () => (generator.next() >>> 0) / 2 ** 32;
  const pick = <T>(from: readonly T[]) => from[Math.floor(chance() * from.length)]!;
  const rows = Array.from({ length: size }, (_, i): ClassRow => {
    const name = `${pick(FIRST)} ${pick(LAST)} ${i + 1}`;
    const page = `students/${encodeURIComponent(name)}.html`;
    if (chance() < 0.02) return { name, score: 0, maxScore: 100, state: 'missing', checks: {} };
    const able = chance() ** 0.4;
    const broken = chance() < 0.006;
    const checks = Object.fromEntries(
      CHECKS.map((check, at): [string, ClassOutcome] => {
        if (broken && at === 3) return [checkKey(check), { state: 'error', points: 0 }];
        if (chance() < check.ease + (able - 0.62) * 1.2)
          return [checkKey(check), { state: 'pass', points: check.maxPoints }];
        if (at > 0 && chance() < 0.08) return [checkKey(check), { state: 'skip', points: 0 }];
        return [
          checkKey(check),
          { state: 'fail', points: 0, cause: chance() < 0.75 ? check.causes[0]! : pick(check.causes) },
        ];
      }),
    );
    return {
      name,
      score: Object.values(checks).reduce((sum, outcome) => sum + outcome.points, 0),
      maxScore: 100,
      state: broken ? 'provisional' : 'graded',
      ...(broken && { why: 'The compiler `javac` is not installed on this machine.' }),
      ...(chance() < 0.05 && { late: pick(['2 hours', '1 day', '3 days']) }),
      checks,
      page,
    };
  });
  return {
    assignment: { id: 'udp-calculator', title: 'UDP calculator' },
    rows,
    checks: CHECKS.map(({ ease: _ease, causes: _causes, ...check }) => check),
    facts: {
      tool: 'netgrade 0.1.0',
      seed: 'k3v9-71xq',
      isolation: 'namespaces (own network, processes, files)',
      isolationMissing: ['Memory is limited by the process, not by a control group.'],
      versions: { python: '3.11.2', java: '17.0.9', node: '20.20.2', gcc: '12.2.0' },
      startedAt: '2026-03-09T22:10:00Z',
      durationMs: 754_000,
    },
  };
}
