import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** What decides which command brings a missing capability. */
export interface System {
  kind: 'debian' | 'fedora' | 'alpine' | 'arch' | 'linux' | 'macos' | 'windows';
  /** We are root, who needs no sudo, and in a container has none. */
  root: boolean;
  /** Inside a container, whose limits only the one who starts it can lift. */
  container: boolean;
  /** AppArmor refuses user namespaces to programs without a profile. */
  apparmorRestricts: boolean;
  /** Debian's and Arch's own switch against user namespaces. */
  clonesForbidden: boolean;
  mostNamespaces: number;
}

export async function thisSystem(): Promise<System> {
  const value = async (name: string) => (await readFile(`/proc/sys/${name}`, 'latin1').catch(() => '')).trim();
  const [apparmor, clones, most, release] = await Promise.all([
    value('kernel/apparmor_restrict_unprivileged_userns'),
    value('kernel/unprivileged_userns_clone'),
    value('user/max_user_namespaces'),
    readFile('/etc/os-release', 'utf8').catch(() => ''),
  ]);
  return {
    kind: kindOf(process.platform, release),
    root: process.getuid?.() === 0,
    container: existsSync('/.dockerenv') || existsSync('/run/.containerenv'),
    apparmorRestricts: apparmor === '1',
    clonesForbidden: clones === '0',
    mostNamespaces: most === '' ? Number.POSITIVE_INFINITY : Number(most),
  };
}

/** os-release(5): `ID`, and `ID_LIKE` for those that descend from it. */
export function kindOf(platform: NodeJS.Platform, release: string): System['kind'] {
  if (platform === 'darwin') return 'macos';
  if (platform === 'win32') return 'windows';
  const ids = [...release.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].flatMap((found) => (found[1] ?? '').split(' '));
  if (ids.includes('debian') || ids.includes('ubuntu')) return 'debian';
  if (ids.includes('fedora') || ids.includes('rhel')) return 'fedora';
  if (ids.includes('alpine')) return 'alpine';
  return ids.includes('arch') ? 'arch' : 'linux';
}
