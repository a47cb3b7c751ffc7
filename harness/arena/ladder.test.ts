import { describe, expect, it } from 'vitest';
import { UsageError } from '../usage-error.js';
import { type Capabilities, chooseRung, probeLadder } from './ladder.js';

const everything: Capabilities = {
  platform: 'linux',
  root: true,
  utilLinux: true,
  bubblewrap: true,
  iproute: true,
  namespaces: { have: true },
  sandbox: 'own-user',
  seccomp: true,
  cgroup: true,
};
const refused = { have: false, because: 'unshare: unshare failed: Operation not permitted' } as const;

describe('choosing a rung', () => {
  it.each<[string, Partial<Capabilities>, string]>([
    ['everything', {}, 'full+cgroup'],
    ['no control group', { cgroup: false }, 'full'],
    ['an ordinary user', { cgroup: false, root: false }, 'full'],
    ['root without user namespaces', { sandbox: 'shared-user' }, 'root'],
    ['no bubblewrap', { bubblewrap: false, sandbox: 'none' }, 'util-linux'],
    ['a plain container as root', { namespaces: refused, sandbox: 'none' }, 'container'],
    ['a locked-down machine', { namespaces: refused, sandbox: 'none', root: false }, 'none'],
    ['macOS', { platform: 'darwin', utilLinux: false, namespaces: refused, sandbox: 'none' }, 'none'],
    ['Windows', { platform: 'win32', utilLinux: false, root: false, namespaces: refused, sandbox: 'none' }, 'none'],
  ])('with %s', (_, differs, rung) => {
    const chosen = chooseRung('auto', { ...everything, ...differs });
    expect(chosen.rung).toBe(rung);
    if (rung === 'full+cgroup') expect(chosen.missing).toEqual([]);
    else expect(chosen.missing.join(' ')).toMatch(/\.$/);
  });

  it('names what is missing in sentences', () => {
    const { missing } = chooseRung('auto', { ...everything, cgroup: false, seccomp: false, iproute: false });
    expect(missing).toHaveLength(3);
    for (const sentence of missing) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('goes without isolation when told so', () => {
    expect(chooseRung('none', everything).rung).toBe('none');
  });

  it('refuses to do without namespaces that were demanded, and says why there are none', () => {
    expect(chooseRung('namespaces', everything).rung).toBe('full+cgroup');
    expect(() => chooseRung('namespaces', { ...everything, namespaces: refused, sandbox: 'none' })).toThrow(UsageError);
    expect(() => chooseRung('namespaces', { ...everything, namespaces: refused, sandbox: 'none' })).toThrow(
      /Operation not permitted/,
    );
  });
});

describe('probing this machine', () => {
  it('finds the rung that the other tests of the arena stand on', async () => {
    const capabilities = await probeLadder();
    expect(capabilities.namespaces, JSON.stringify(capabilities)).toEqual({ have: true });
    expect(capabilities.sandbox).toBe('own-user');
  });
});
