import { searchPath } from './is-on-path.js';

const PASSED_ON =
  /^(PATH|HOME|USER|TMPDIR|JAVA_HOME|GOROOT|RUSTUP_\w+|CARGO_HOME|VIRTUAL_ENV|PYENV_\w+|ASDF_\w+|NETGRADE_\w+|NODE_EXTRA_CA_CERTS|SystemRoot|TEMP|TMP|PATHEXT|Path)$/;

/** What the agent needs to find interpreters; none of the secrets that a CI runner keeps in the environment. */
export function agentEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).flatMap(([name, value]) =>
    value !== undefined && PASSED_ON.test(name) ? [[name, value] as const] : [],
  );
  const environment: Record<string, string> = { ...Object.fromEntries(kept), LANG: 'C.UTF-8', TZ: 'UTC' };
  if (process.platform !== 'win32') environment.PATH = searchPath();
  return environment;
}
