import { z } from 'zod';

/**
 * The one result model. Everything a person or a platform reads is an emitter over it.
 * The published JSON Schema (`netgrade/result/v1`) is generated from this file.
 */
const bytes = z
  .strictObject({
    text: z.string().describe('Read as UTF-8; what is not UTF-8 shows as U+FFFD.'),
    base64: z.string().optional().describe('The exact bytes, present only where text would not give them back.'),
  })
  .describe('Bytes that crossed the wire or the terminal.');

const endpoint = z.strictObject({ party: z.string(), address: z.string(), port: z.int().min(0).max(65535) });
const atMs = z.number().min(0).describe('Milliseconds since the check began.');
const transport = z.enum(['udp', 'tcp']);
const connection = z.int();

const event = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('start'), atMs, party: z.string(), command: z.string() }),
  z.strictObject({
    type: z.literal('listen'),
    atMs,
    party: z.string(),
    transport,
    address: z.string(),
    port: z.int(),
  }),
  z.strictObject({ type: z.enum(['stdin', 'stdout', 'stderr']), atMs, party: z.string(), data: bytes }),
  z.strictObject({ type: z.literal('stdin-end'), atMs, party: z.string() }),
  z.strictObject({
    type: z.literal('exit'),
    atMs,
    party: z.string(),
    code: z.int().nullable(),
    signal: z
      .string()
      .nullable()
      .describe('Beside a code it is what 128 + n stands for: the program died of the signal, or ended with the code.'),
    stopped: z.literal(true).optional().describe('Present where the grader ended it, not the program itself.'),
  }),
  z.strictObject({ type: z.literal('datagram'), atMs, from: endpoint, to: endpoint, data: bytes }),
  z.strictObject({ type: z.literal('connect'), atMs, connection, from: endpoint, to: endpoint }),
  z.strictObject({ type: z.literal('segment'), atMs, connection, from: endpoint, to: endpoint, data: bytes }),
  z.strictObject({ type: z.enum(['close', 'reset']), atMs, connection, from: endpoint, to: endpoint }),
  z.strictObject({ type: z.literal('note'), atMs, party: z.string(), text: z.string() }),
]);

const cause = z.strictObject({
  code: z.string().describe('The kind of failure, such as no-reply or wrong-transport.'),
  summary: z.string().describe('One complete sentence.'),
  sent: bytes.optional(),
  expected: z.string().optional(),
  received: bytes.optional(),
  differsAt: z.int().min(0).optional().describe('Offset of the first byte of received that differs.'),
  lastWords: z.string().optional().describe('The end of what the program wrote to standard error.'),
  language: z.string().optional().describe('What the program is written in.'),
  error: z
    .strictObject({
      language: z.string().describe('Whose runtime or compiler reported it.'),
      type: z.string().describe('Its name, such as TypeError; "error" for a compiler\'s.'),
      message: z.string(),
      file: z.string().optional(),
      line: z.int().optional(),
      source: z.string().optional().describe('The line that it names.'),
      evaluated: z.boolean().optional().describe('True where it is about text that the program gave to eval.'),
      missingModule: z.string().optional(),
    })
    .optional()
    .describe('The error that the program or its compiler reported last.'),
  step: z
    .enum(['build', 'start'])
    .optional()
    .describe(
      'Where a limit kept the program from being used at all: while it was compiled, or before it did anything.',
    ),
  slips: z
    .array(
      z.strictObject({
        code: z.string().describe('The kind of slip, such as bytes-compared.'),
        file: z.string(),
        line: z.int().optional(),
      }),
    )
    .optional()
    .describe('What stands in the source and often leads to this failure.'),
});

const check = z.strictObject({
  id: z.string(),
  role: z.enum(['server', 'client', 'script']),
  title: z.string().describe('Finishes the sentence "the program …".'),
  rule: z.string().optional().describe('Where the rule comes from: a slide of the lecture, an RFC and section.'),
  state: z.enum(['pass', 'fail', 'skip', 'error']),
  points: z.int().min(0),
  maxPoints: z.int().min(1),
  kind: z.enum(['core', 'robust', 'bonus']),
  hidden: z.boolean().optional().describe('True where the instructor hides this check from students.'),
  cause: cause.optional().describe('Present when state is fail.'),
  explanation: z.string().optional().describe('Why points were lost, why it was skipped, or what broke.'),
  hint: z.string().optional(),
  durationMs: z.number().min(0),
  transcript: z.array(event).optional(),
});

export const resultSchema = z
  .strictObject({
    schema: z.literal('netgrade/result/v1'),
    tool: z.string().describe('Name and version of the grader.'),
    assignment: z.string(),
    assignmentTitle: z.string(),
    submission: z.strictObject({ name: z.string(), files: z.array(z.string()) }),
    seed: z.string().describe('Reproduces the run: netgrade check --seed.'),
    isolation: z.string().describe('The rung of isolation on which the programs ran.'),
    isolationMissing: z.array(z.string()).describe('Which protection this machine did not give, in words.'),
    startedAt: z.iso.datetime(),
    durationMs: z.number().min(0),
    state: z.enum(['graded', 'provisional']),
    score: z.int().min(0),
    maxScore: z.int().min(1),
    conventions: z
      .record(z.string(), z.array(z.string()))
      .describe('For each role, how the program was started and spoken to, in sentences.'),
    notes: z.array(z.string()).describe('What the student should know beside the checks.'),
    checks: z.array(check),
  })
  .meta({ id: 'netgrade/result/v1', title: 'netgrade result' });

export type Result = z.infer<typeof resultSchema>;
export type CheckResult = Result['checks'][number];
