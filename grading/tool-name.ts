import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../harness/package-root.js';

/** The package's own version, from its package.json. */
export const toolVersion: string = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;

/** Name and version, as every result states them. */
export const toolName = `netgrade ${toolVersion}`;
