/** Runs a command in a session of its own with a controlling terminal, as from a keyboard, and ends as it ends. */
const WITH_TERMINAL = `import os, pty, sys
pid, master = pty.fork()
if pid == 0: os.execvp(sys.argv[1], sys.argv[1:])
for descriptor in range(3, 256):
    if descriptor != master:
        try: os.close(descriptor)
        except OSError: pass
try:
    while shown := os.read(master, 65536): os.write(1, shown)
except OSError: pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) % 256)`;

export function atTerminal(command: string[]): string[] {
  return ['/usr/bin/python3', '-c', WITH_TERMINAL, ...command];
}
