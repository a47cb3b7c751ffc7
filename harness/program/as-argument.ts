/** A file as commands take it for one: they read options in what begins with `-`, and in the file that is named behind `@`. */
export function asArgument(path: string): string {
  return /^[-@]/.test(path) ? `./${path}` : path;
}
