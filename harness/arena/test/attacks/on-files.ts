import { readdirSync, statSync } from 'node:fs';
import type { Attack } from './attack.js';

const SET_USER_ID = 0o4000;

/** What lies on the machine's disks and in its processes' environments, and is nothing for a submission. */
export function attacksOnFiles(): Attack[] {
  return [
    {
      title: 'reads hidden files, by path and by walking everything',
      control: 'host',
      wins: ['by-path', 'by-walking'],
      code: `
attempt("by-path", lambda: has_secret(FOLDER + "/expected.txt"))
def walk():
    for top in ["/tmp", "/"]:
        for folder, folders, files in os.walk(top):
            if folder == "/": folders[:] = [name for name in folders if name not in ("proc", "sys")]
            if "expected.txt" in files and has_secret(folder + "/expected.txt"): return folder
    return False
attempt("by-walking", walk)`,
    },
    {
      title: 'reads keys, homes and shadow',
      control: 'host',
      wins: ['key', 'home'],
      rootWins: ['shadow', 'homes'],
      code: `
attempt("key", lambda: has_secret(FOLDER + "/.ssh/id_ed25519"))
attempt("home", lambda: ".ssh" in os.listdir(FOLDER))
attempt("shadow", lambda: len(read("/etc/shadow")) > 0)
attempt("homes", lambda: any_of([lambda home=home: os.listdir(home) for home in ["/root", *glob.glob("/home/*")]]))`,
    },
    {
      title: 'looks for secrets in every environment',
      control: 'arena',
      wins: ['own', 'others'],
      code: `
attempt("own", lambda: SECRET in str(os.environ).encode())
attempt("others", lambda: any_of([lambda pid=pid: has_secret("/proc/%d/environ" % pid) for pid in others()]))`,
    },
    {
      title: 'overwrites the result',
      control: 'host',
      wins: ['write', 'through-link', 'chmod', 'replace'],
      code: `
RESULT = FOLDER + "/result.json"
attempt("write", lambda: open(RESULT, "a").write("forged"))
def link():
    os.symlink(RESULT, "mine.json")
    return open("mine.json", "a").write("forged")
attempt("through-link", link)
attempt("chmod", lambda: (os.chmod(RESULT, 0o777), True)[1])
def replace():
    open(FOLDER + "/other.json", "w").write("forged")
    os.replace(FOLDER + "/other.json", RESULT)
    return True
attempt("replace", replace)`,
    },
    {
      title: 'borrows the rights of a set-user-id program',
      control: 'host',
      controlAs: 'user',
      wins: hasSetUserId('/usr/bin') ? ['set-user-id'] : [],
      code: `
# Started with a full pipe to print into, so that it is there to be looked at.
reader, writer = os.pipe()
os.set_blocking(writer, False)
try:
    while True: os.write(writer, b"x" * 4096)
except BlockingIOError: os.set_blocking(writer, True)
def rights(program):
    started = subprocess.Popen([program, "--help"], stdin=subprocess.DEVNULL, stdout=writer, stderr=writer)
    while True:
        status = dict(line.split(":", 1) for line in open("/proc/%d/status" % started.pid))
        real, effective = status["Uid"].split()[:2]
        if real != effective or status["State"].split()[0] in "SZ": return real != effective
found = [path for path in glob.glob("/usr/bin/*") if os.path.exists(path) and os.stat(path).st_mode & stat.S_ISUID]
attempt("set-user-id", lambda: any([rights(path) for path in found]))
os.close(reader)`,
    },
  ];
}

function hasSetUserId(folder: string): boolean {
  return readdirSync(folder).some((name) => {
    const file = statSync(`${folder}/${name}`, { throwIfNoEntry: false });
    return file?.isFile() && (file.mode & SET_USER_ID) !== 0;
  });
}
