// Makes sure that what the tests need is on this machine. Runs before them (`npm test`), without any dependency, and
// takes a few milliseconds when everything is there. As root on Debian or Ubuntu it installs what is missing; elsewhere
// it stops with the one command to run.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One line for each package: one of its commands (any of them will do), the package, what it is for. */
const PACKAGES = [
  [['bwrap'], 'bubblewrap', 'the sandbox around every program'],
  [['unshare'], 'util-linux', 'the arenas'],
  [['setpriv'], 'util-linux', 'a user of its own for every arena'],
  [['mount'], 'mount', 'work folders of limited size'],
  [['ip'], 'iproute2', 'the network inside an arena'],
  [['tshark'], 'tshark', 'tests that read our captures as Wireshark does'],
  [['chromium', 'chromium-browser', 'google-chrome'], 'chromium', 'tests of the report page'],
];

/** Modules of the Python that student programs run with. */
const PYTHON_PACKAGES = ['dnspython>=2.6,<3'];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const venv = join(root, '.netgrade', 'venv');

if (process.platform === 'linux') providePackages();
else
  console.log(
    `set-up: ${process.platform} has no namespaces; the tests that need them will fail here. Run them in a Linux container.`,
  );
providePython();

function providePackages() {
  const missing = PACKAGES.filter(([commands]) => !commands.some(isThere));
  if (missing.length === 0) return;
  const names = [...new Set(missing.map(([, name]) => name))];
  for (const [commands, name, purpose] of missing)
    console.log(`set-up: ${commands[0]} (${name}) is missing: ${purpose}`);
  if (process.getuid() !== 0 || !isThere('apt-get')) stop(`sudo ${installer()} ${names.join(' ')}`);
  install(names);
}

function installer() {
  if (isThere('apt-get')) return 'apt-get install -y';
  if (isThere('dnf')) return 'dnf install -y';
  if (isThere('pacman')) return 'pacman -S --noconfirm';
  return 'apk add';
}

function install(names) {
  const apt = (...args) =>
    run('apt-get', ['-q', '-y', '-o', 'DPkg::Lock::Timeout=600', ...args], { DEBIAN_FRONTEND: 'noninteractive' });
  try {
    apt('install', '--no-install-recommends', ...names);
  } catch {
    // The lists are old, or were never fetched.
    apt('update');
    apt('install', '--no-install-recommends', ...names);
  }
}

function providePython() {
  if (pythonIsReady()) return;
  const python = ['python3', 'python'].find(isThere);
  if (!python) stop('sudo apt-get install -y python3 python3-venv');
  withLock(() => {
    if (pythonIsReady()) return;
    process.umask(0o022); // Programs of other users read it.
    rmSync(venv, { recursive: true, force: true });
    try {
      run(python, ['-m', 'venv', venv]);
    } catch {
      if (process.getuid?.() !== 0 || !isThere('apt-get')) stop('sudo apt-get install -y python3-venv');
      install(['python3-venv']);
      run(python, ['-m', 'venv', '--clear', venv]);
    }
    run(venvPython(), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PYTHON_PACKAGES]);
  });
}

function pythonIsReady() {
  if (!existsSync(venvPython())) return false;
  const library = join(venv, process.platform === 'win32' ? 'Lib' : 'lib');
  const folders = process.platform === 'win32' ? [library] : readdirSync(library).map((name) => join(library, name));
  return folders.some((folder) => existsSync(join(folder, 'site-packages', 'dns', 'resolver.py')));
}

function venvPython() {
  return process.platform === 'win32' ? join(venv, 'Scripts', 'python.exe') : join(venv, 'bin', 'python3');
}

/** Two test runs in one checkout must not both build the environment. */
function withLock(work) {
  const lock = `${venv}.lock`;
  mkdirSync(dirname(lock), { recursive: true });
  const giveUpAt = Date.now() + 300_000;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      if (Date.now() > giveUpAt) stop(`rmdir ${lock}`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    work();
  } finally {
    rmdirSync(lock);
  }
}

function isThere(command) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function run(command, args, env = {}) {
  console.log(`set-up: ${command} ${args.join(' ')}`);
  // What an installer prints is for the person who watches; it must not mix with a test's own output.
  execFileSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...env } });
}

function stop(command) {
  console.error(`set-up: cannot be done from here. Run:\n\n  ${command}\n`);
  process.exit(1);
}
