// Writes the JSON Schema of a result, which the package publishes, from the one definition in result.ts.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const compiled = fileURLToPath(new URL('../../dist/grading/result/', import.meta.url));
const { resultSchema } = await import(join(compiled, 'result.js'));
const { $schema, $ref, $defs } = z.toJSONSchema(resultSchema);
const [id, schema] = Object.entries($defs)[0];
if (!$ref.startsWith('#/$defs/') || Object.keys($defs).length !== 1)
  throw new Error('the schema has another shape now');
const document = { $schema, ...schema, $id: id };
await writeFile(join(compiled, 'result-v1.schema.json'), `${JSON.stringify(document, undefined, 2)}\n`);
