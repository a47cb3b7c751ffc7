import type { Emitter } from './emitter.js';

/** The result itself, schema `netgrade/result/v1`. */
export const json: Emitter = (result) => `${JSON.stringify(result, undefined, 2)}\n`;
