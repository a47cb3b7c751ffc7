#!/usr/bin/env node
import { toolVersion } from '../tool-name.js';

// Answered before anything else is loaded, because scripts ask it often.
if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-v')) {
  process.stdout.write(`${toolVersion}\n`);
} else {
  const { runCommandLine } = await import('./command-line.js');
  await runCommandLine(process.argv.slice(2));
}
