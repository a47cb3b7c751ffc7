import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { parse } from 'yaml';

interface Step {
  id?: string;
  name?: string;
  uses?: string;
  if?: string;
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, string | number | boolean>;
}

interface ActionRun {
  /** Standard output of every step, as a runner's log has it. */
  log: string;
  /** The exit code of the step that ended the action; 0 where none did. */
  code: number;
  outputs: Record<string, Record<string, string>>;
  summary: string;
  environment: string;
}

/**
 * Runs the scripts of a composite action as GitHub's runner does: `bash -eo pipefail`, `${{ … }}` filled in, outputs
 * collected from the files that the runner names. Other actions (`uses`) are left out.
 */
export async function runAction(
  text: string,
  {
    temp,
    workspace,
    inputs,
    env,
  }: { temp: string; workspace: string; inputs: Record<string, string>; env: Record<string, string> },
): Promise<ActionRun> {
  const action: { inputs: Record<string, { default?: string }>; runs: { steps: Step[] } } = parse(text);
  const given = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? ''])),
    ...inputs,
  };
  const run: ActionRun = { log: '', code: 0, outputs: {}, summary: '', environment: '' };
  const fill = (value: string) =>
    value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
      const [scope, name = '', , output = ''] = expression.split('.');
      if (scope === 'inputs') return given[name]!;
      if (scope === 'steps') return run.outputs[name]?.[output] ?? '';
      if (expression === 'runner.temp') return temp;
      if (expression === 'github.action_path') return join(temp, 'action');
      throw new Error(`The action asks for ${expression}, which this runner does not know.`);
    });
  await mkdir(temp, { recursive: true });
  const files = { GITHUB_STEP_SUMMARY: join(temp, 'summary'), GITHUB_ENV: join(temp, 'env') };
  for (const file of Object.values(files)) await writeFile(file, '');
  for (const [index, step] of action.runs.steps.entries()) {
    if (step.run === undefined) continue;
    const output = join(temp, `output-${index}`);
    await writeFile(output, '');
    const ran = await execa('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: workspace,
      env: {
        ...env,
        ...files,
        GITHUB_OUTPUT: output,
        RUNNER_TEMP: temp,
        ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value)])),
      },
      reject: false,
    });
    run.log += `${ran.stdout}\n${ran.stderr}\n`;
    const lines = (await readFile(output, 'utf8')).split('\n').filter(Boolean);
    if (step.id) run.outputs[step.id] = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
    if (ran.exitCode !== 0) {
      run.code = ran.exitCode ?? -1;
      break;
    }
  }
  run.summary = await readFile(files.GITHUB_STEP_SUMMARY, 'utf8');
  run.environment = await readFile(files.GITHUB_ENV, 'utf8');
  return run;
}
