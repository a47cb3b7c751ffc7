import { readFile, writeFile } from 'node:fs/promises';
import { UsageError } from '../../harness/usage-error.js';
import { type Result, resultSchema } from '../result/result.js';
import type { Audience } from './emitter.js';
import { emit, type FormatName } from './formats.js';

interface EmitFileArguments {
  format: FormatName;
  result: string;
  output?: string | undefined;
  audience: Audience;
}

/** Reads a result from a file and writes it in another format, to a file or the terminal. @throws UsageError where the file holds no result */
export async function emitFile({ format, result, output, audience }: EmitFileArguments): Promise<void> {
  const document = emit(format, await readResult(result), { audience, env: process.env });
  if (output === undefined) process.stdout.write(document);
  else await writeFile(output, document);
}

async function readResult(file: string): Promise<Result> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`There is no file "${file}". "netgrade check <id> --json --output ${file}" writes one.`);
  });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new UsageError(`"${file}" is not JSON.`);
  }
  const parsed = resultSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new UsageError(
    `"${file}" is no result of netgrade: ${issue?.path.join('.') || 'the document'}: ${issue?.message}.`,
  );
}
