import pc from 'picocolors';

/** Whether standard output is a terminal whose user wants colours: `NO_COLOR` and a `dumb` terminal say no. */
export function hasColor(): boolean {
  return process.stdout.isTTY === true && pc.isColorSupported;
}
