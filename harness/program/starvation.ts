import { threadsOf } from '../arena/live-thread.js';
import { procRecord } from '../arena/proc-file.js';

/**
 * How long the thread of these processes that had it worst was ready to run and got no processor, in milliseconds since it began
 * (`/proc/<pid>/task/<tid>/schedstat`, second number). On a crowded machine this is the time that a program cannot be blamed
 * for. 0 where the system does not say.
 */
export function starvedMs(processIds: number[]): number {
  let worst = 0;
  for (const id of processIds) {
    for (const thread of threadsOf(id)) {
      const waited = Number(procRecord(`/proc/${id}/task/${thread}/schedstat`)?.split(' ')[1] ?? 0);
      worst = Math.max(worst, waited / 1e6);
    }
  }
  return worst;
}
