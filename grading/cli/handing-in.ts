import { LANGUAGE_NAME } from '../../harness/program/languages.js';
import type { CheckKind, Role } from '../../harness/run/verdict.js';

/** Those that a course's programs are written in, of those that can be started. */
const LANGUAGES = (['python', 'node', 'typescript', 'java', 'c', 'c++', 'go', 'rust'] as const).map((language) =>
  language === 'python' ? `${LANGUAGE_NAME[language]} 3` : LANGUAGE_NAME[language],
);

/** In the manifest of the example. */
const SAID: Record<Role, string> = {
  server: 'args: ["{port}"]',
  client: 'args: ["{host}", "{port}"], input: ["hello"]',
  script: 'input: ["1", "localhost"]',
};

/** What holds for every task and is said on every page, in Markdown: what programs are written in, how they are found and started. */
export function handingIn(roles: readonly { role: Role; checks: readonly { kind: CheckKind }[] }[]): string {
  const names = roles.map(({ role }) => role);
  const example = names.map((role) => `${role}: { file: my_${role}.py, ${SAID[role]} }`);
  const hasBonus = roles.some(({ checks }) => checks.some(({ kind }) => kind === 'bonus'));
  return [
    `Write in ${LANGUAGES.slice(0, -1).join(', ')} or ${LANGUAGES.at(-1)}, with what comes with the language: other packages are not there, dnspython is. Programs run on Linux.`,
    '',
    `Programs are found by what they do, and started as they are: a port, a host or a role may be typed in or given on the command line, and a menu is gone through. Where that goes wrong, a file \`netgrade.yml\` beside them says how each is started and what is typed (\`input\`):`,
    '',
    '```yaml',
    ...example,
    '```',
    ...(hasBonus ? ['', 'A bonus makes up for points that were lost elsewhere, up to 100.'] : []),
  ].join('\n');
}
