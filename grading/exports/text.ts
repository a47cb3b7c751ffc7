import { terminalReport } from '../explain/terminal-report.js';
import type { Emitter } from './emitter.js';

/** The report as plain text of 80 columns. */
export const text: Emitter = (result) => terminalReport(result, { color: false, width: 80, verbose: false });
