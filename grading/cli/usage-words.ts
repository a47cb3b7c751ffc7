/**
 * Says in one sentence what yargs found wrong with a command line, and what to do. `usages` holds the commands as they
 * are declared, such as `check <id> [path]`.
 */
export function usageWords(message: string, args: readonly string[], usages: readonly string[]): string {
  const command = args.find((arg) => !arg.startsWith('-'));
  const usage = usages.find((one) => one.split(' ')[0] === command);
  const help =
    usage === undefined ? '"netgrade --help" shows all commands.' : `"netgrade ${command} --help" shows how.`;
  const said = (pattern: RegExp): (string | undefined)[] => message.match(pattern) ?? [];

  if (command === undefined) {
    const option = args.find((arg) => arg.startsWith('-'));
    return option ? `"${option}" stands without a command. ${help}` : `Which command? ${help}`;
  }
  const [, near] = said(/^Did you mean (.+)\?$/);
  if (near) return `There is no command "${command}". Did you mean "${near}"? ${help}`;
  const [, unknown] = said(/^Unknown (?:argument|command)s?: (.+)$/);
  if (unknown !== undefined) return `${unknownWords(unknown.split(', ')[0]!, usage, command, args)} ${help}`;
  const [, valueless] = said(/^Not enough arguments following: (.+)$/);
  if (valueless) return `--${valueless} needs a value. ${help}`;
  if (/^Not enough non-option arguments|^Missing required argument/.test(message) && usage) {
    return `Something is missing: netgrade ${usage}. ${help}`;
  }
  const [, one, other] = said(/^Arguments (\S+) and (\S+) are mutually exclusive$/);
  if (one) return `--${one} and --${other} cannot be given together.`;
  const [, needing, needed] = said(/^(?:Implications failed|Missing dependent arguments):\s+(\S+) -> (\S+)/);
  if (needing) return `--${needing} needs --${needed} too.`;
  const [, name, given, choices] = said(/Argument: (\S+), Given: "?(.*?)"?, Choices: (.+)/);
  if (name) {
    const shown = usage?.includes(`<${name}>`) ? `<${name}>` : `--${name}`;
    return `${shown} cannot be "${given}". It is one of: ${choices?.replaceAll('"', '')}.`;
  }
  return `${message.split('\n')[0]} ${help}`;
}

function unknownWords(
  unknown: string,
  usage: string | undefined,
  command: string | undefined,
  args: readonly string[],
): string {
  if (usage === undefined) return `There is no command "${command ?? unknown}".`;
  const option = args.find((arg) => arg.replace(/^-+/, '').split('=')[0] === unknown && arg.startsWith('-'));
  return option
    ? `"netgrade ${command}" has no option "${option.split('=')[0]}".`
    : `"${unknown}" is one thing too many: netgrade ${usage}.`;
}
