import type { Limits } from './world.js';

/** Room for the sandbox's own processes, and for the watchdog to see an excess before the kernel stops it. */
const PROCESSES_BESIDE = 32;
/** Where the user is shared with the agent in a user namespace, its threads and children are counted as well. */
const AGENT_PROCESSES = 64;

/**
 * The shell line that sets the kernel's limits on the process that runs it and on all that it starts.
 * It is run inside the sandbox: `RLIMIT_NPROC` counts the tasks of a user in a user namespace. There is no limit on
 * address space, which Node, Java and Go reserve by the gigabyte; memory is the watchdog's.
 */
export function limitsLine(limits: Limits, user: 'own' | 'shared-with-agent' | 'shared-with-machine'): string {
  const blocks = Math.ceil(limits.fileBytes / 512);
  const lines = [
    `ulimit -n ${limits.openFiles}`,
    `ulimit -f ${blocks}`,
    'ulimit -l 64',
    'ulimit -c 0',
    // One second from SIGXCPU, which tells the cause, to SIGKILL, for those who ignore it.
    `ulimit -t ${limits.cpuSeconds + 1}`,
    `ulimit -S -t ${limits.cpuSeconds}`,
  ];
  const most = limits.processes + PROCESSES_BESIDE + (user === 'own' ? 0 : AGENT_PROCESSES);
  // dash and busybox say -p, bash says -u.
  if (user !== 'shared-with-machine') lines.push(`{ ulimit -u ${most} || ulimit -p ${most}; }`);
  return lines.map((line) => `${line} 2>/dev/null`).join('; ');
}
