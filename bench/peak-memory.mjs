/** Loaded before a program (`node --import`): writes the most memory that the process ever had, in KiB, when it ends. */
import { writeFileSync } from 'node:fs';

const path = process.env.NETGRADE_BENCH_PEAK;
delete process.env.NETGRADE_BENCH_PEAK;
if (path) process.once('exit', () => writeFileSync(path, String(process.resourceUsage().maxRSS)));
