import { describe, expect, it } from 'vitest';
import { diagnose, gettingDnspython, isolation } from './doctor.js';
import type { Capabilities } from './ladder.js';
import { kindOf, type System } from './this-system.js';

const nothing: Capabilities = {
  platform: 'linux',
  root: false,
  utilLinux: true,
  bubblewrap: false,
  iproute: false,
  namespaces: { have: false, because: 'setting up uid map: Permission denied' },
  sandbox: 'none',
  seccomp: true,
  cgroup: false,
};
const debian: System = {
  kind: 'debian',
  root: false,
  container: false,
  apparmorRestricts: false,
  clonesForbidden: false,
  mostNamespaces: 10_000,
};

const adviceFor = (capability: string, capabilities: Partial<Capabilities>, system: Partial<System>) =>
  isolation({ ...nothing, ...capabilities }, { ...debian, ...system }).find((row) => row.capability === capability);

describe('the doctor', () => {
  it.each<[string, string, Partial<Capabilities>, Partial<System>, string | RegExp]>([
    [
      'Ubuntu 24.04 or a GitHub runner, where AppArmor forbids',
      'namespaces',
      {},
      { apparmorRestricts: true },
      'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
    ],
    [
      'an old Debian that forbids user namespaces',
      'namespaces',
      {},
      { clonesForbidden: true },
      'sudo sysctl -w kernel.unprivileged_userns_clone=1',
    ],
    [
      'a machine whose administrator allows none',
      'namespaces',
      {},
      { mostNamespaces: 0 },
      'sudo sysctl -w user.max_user_namespaces=10000',
    ],
    ['a container', 'namespaces', {}, { container: true, apparmorRestricts: true }, /docker run --privileged/],
    ['macOS', 'namespaces', { platform: 'darwin' }, { kind: 'macos' }, /docker run/],
    ['Windows', 'namespaces', { platform: 'win32' }, { kind: 'windows' }, 'wsl --install'],
    ['Debian without bubblewrap', 'bubblewrap', {}, {}, 'sudo apt-get install -y bubblewrap'],
    ['Debian as root', 'bubblewrap', {}, { root: true }, /^apt-get install -y bubblewrap$/],
    [
      'a new container of Debian',
      'bubblewrap',
      {},
      { root: true, container: true },
      /^apt-get update && apt-get install -y bubblewrap$/,
    ],
    ['Fedora without bubblewrap', 'bubblewrap', {}, { kind: 'fedora' }, 'sudo dnf install -y bubblewrap'],
    ['Fedora without iproute2', 'iproute2', {}, { kind: 'fedora' }, 'sudo dnf install -y iproute'],
    ['Alpine without iproute2', 'iproute2', {}, { kind: 'alpine' }, 'apk add iproute2'],
    ['an ordinary user without a control group', 'cgroup', {}, {}, /systemd-run --user/],
  ])('knows what to do on %s', (_, capability, capabilities, system, command) => {
    const advice = adviceFor(capability, capabilities, system);
    expect(advice?.have).toBe(false);
    expect(advice?.get).toMatch(command);
  });

  it('says that bubblewrap is there and does not work', () => {
    const broken = { bubblewrap: true, namespaces: { have: true }, sandbox: 'none' } as const;
    expect(adviceFor('bubblewrap', broken, {})).toMatchObject({
      have: false,
      without: expect.stringContaining('does not work'),
    });
    expect(adviceFor('bubblewrap', { ...broken, sandbox: 'own-user' }, {})).toMatchObject({ have: true });
  });

  it.each<[string, Partial<System>, string | undefined, string]>([
    ["Debian's own Python", {}, '/usr/bin/python3', 'sudo apt-get install -y python3-dnspython'],
    ["Fedora's own Python", { kind: 'fedora' }, '/usr/bin/python3', 'sudo dnf install -y python3-dns'],
    [
      'a Python of somebody’s own',
      {},
      '/home/me/.venv/bin/python3',
      '/home/me/.venv/bin/python3 -m pip install dnspython',
    ],
    ['macOS', { kind: 'macos' }, undefined, 'python3 -m pip install dnspython'],
    ['Windows', { kind: 'windows' }, undefined, 'py -m pip install dnspython'],
  ])('gets dnspython for %s', (_, system, python, command) => {
    expect(gettingDnspython({ ...debian, ...system }, python)).toBe(command);
  });

  it('asks for nothing that is there', () => {
    expect(adviceFor('namespaces', { namespaces: { have: true } }, { apparmorRestricts: true })).not.toHaveProperty(
      'get',
    );
  });

  it.each([
    ['ID=ubuntu\nID_LIKE=debian\n', 'debian'],
    ['ID=debian\n', 'debian'],
    ['ID="rocky"\nID_LIKE="rhel centos fedora"\n', 'fedora'],
    ['ID=alpine\n', 'alpine'],
    ['ID=arch\n', 'arch'],
    ['', 'linux'],
  ] as const)('reads the kind of system from %j', (release, kind) => {
    expect(kindOf('linux', release)).toBe(kind);
  });

  it('looks at every capability of this machine and says in a sentence what each is for', async () => {
    const rows = await diagnose();
    expect(rows.map((row) => row.capability)).toEqual(
      expect.arrayContaining([
        'namespaces',
        'bubblewrap',
        'iproute2',
        'cgroup',
        'seccomp',
        'util-linux',
        'python',
        'dnspython',
        'node',
        'java',
        'c',
        'go',
        'rust',
      ]),
    );
    for (const row of rows) {
      expect(row.without).toMatch(/\.$/);
      if (row.have) expect(row).not.toHaveProperty('get');
    }
    // What the tests' own set-up provides.
    for (const name of ['bubblewrap', 'iproute2', 'util-linux', 'python', 'dnspython', 'node']) {
      expect(
        rows.find((row) => row.capability === name),
        name,
      ).toMatchObject({ have: true });
    }
  });
});
