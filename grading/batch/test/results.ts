import type { CheckResult, Result } from '../../result/result.js';

export function checkOf(more: Partial<CheckResult> & { id: string }): CheckResult {
  const state = more.state ?? 'pass';
  return {
    role: 'server',
    title: 'replies to the sender',
    state,
    points: state === 'pass' ? (more.maxPoints ?? 50) : 0,
    maxPoints: 50,
    kind: 'core',
    durationMs: 12.5,
    ...(state === 'fail'
      ? { cause: { code: 'no-reply', summary: 'The server sent no reply within 2 s.' }, hint: 'Does it call recvfrom?' }
      : {}),
    ...more,
  };
}

/** A valid result with the score that its checks say. */
export function resultOf(name: string, checks: CheckResult[]): Result {
  return {
    schema: 'netgrade/result/v1',
    tool: 'netgrade 0.1.0',
    assignment: 'udp-hello',
    assignmentTitle: 'UDP hello',
    submission: { name, files: ['server.py'] },
    seed: 'abc',
    isolation: 'none',
    isolationMissing: [],
    startedAt: new Date().toISOString(),
    durationMs: Math.random() * 1000,
    state: checks.some(({ state }) => state === 'error') ? 'provisional' : 'graded',
    score: checks.reduce((sum, { points }) => sum + points, 0),
    maxScore: 100,
    conventions: {},
    notes: [],
    checks,
  };
}
