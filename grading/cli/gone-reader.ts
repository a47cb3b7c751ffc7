/** A reader that went away (`netgrade list | head -1`) is no error: there is nothing left to do. */
export function endWithReader(): void {
  process.stdout.on('error', quit);
}

/** Nobody reads any more what a long run says, be it a closed terminal or a `tee` that ended: what it does still counts. */
export function goOnWithoutReader(): void {
  process.stdout.off('error', quit);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

function quit(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
}
