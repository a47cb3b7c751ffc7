import { threadsOf } from '../arena/live-thread.js';
import { procRecord } from '../arena/proc-file.js';

/** What some processes had of the processors since they began, in milliseconds. */
export interface ProcessorTimes {
  /** How long the thread that had it worst was ready to run and got no processor: on a crowded machine, time that a program cannot be blamed for. */
  starvedMs: number;
  /** How long all threads together ran. */
  ranMs: number;
}

/** Of each thread `/proc/<pid>/task/<tid>/schedstat`, whose first two numbers are nanoseconds. All is 0 where the system does not say. */
export function processorTimes(processIds: number[]): ProcessorTimes {
  let starvedMs = 0;
  let ranMs = 0;
  for (const id of processIds) {
    for (const thread of threadsOf(id)) {
      const [ran = 0, waited = 0] = (procRecord(`/proc/${id}/task/${thread}/schedstat`) ?? '0 0')
        .split(' ')
        .map(Number);
      starvedMs = Math.max(starvedMs, waited / 1e6);
      ranMs += ran / 1e6;
    }
  }
  return { starvedMs, ranMs };
}
