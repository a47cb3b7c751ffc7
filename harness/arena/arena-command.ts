import { isOnPath } from './is-on-path.js';
import type { Rung } from './world.js';

/** Whether the arenas of a rung have network and process tables of their own. */
export function hasNamespaces(rung: Rung): rung is Exclude<Rung, 'none' | 'container'> {
  return rung !== 'none' && rung !== 'container';
}

/**
 * The command that opens the namespaces of an arena and then runs what follows it. A shell is the first process in
 * there: it collects orphans, which Node would leave as zombies. `--kill-child` and `--pdeathsig` hand the end of our
 * own process down, even where that was a SIGKILL.
 */
export function arenaCommand(rung: Rung): string[] {
  // Without namespaces the agent must live to end its programs when its channel to us breaks.
  if (!hasNamespaces(rung)) return [];
  const user = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  const inner = ['--pid', '--mount', '--ipc', '--uts', '--fork', '--kill-child=KILL', '--mount-proc', '--'];
  const first = ['/bin/sh', '-c', '"$@"; exit $?', 'sh'];
  const dying = ['setpriv', '--pdeathsig', 'KILL', '--'];
  if (isOnPath('ip')) return [...dying, 'unshare', ...user, '--net', ...inner, ...first];
  // Only bubblewrap brings a loopback device up without iproute2.
  const asRoot = user.length > 0 ? ['--unshare-user', '--uid', '0', '--gid', '0'] : [];
  const network = [
    'bwrap',
    ...asRoot,
    '--unshare-net',
    '--cap-add',
    'ALL',
    '--die-with-parent',
    '--dev-bind',
    '/',
    '/',
    '--',
  ];
  return [...network, 'unshare', ...inner, ...first];
}
