import { createLogUpdate } from 'log-update';

/** One line on the terminal that shows how far a command is; nothing where nobody watches. */
export function progressLine(): { say(words: string): void; end(): void } {
  const update = process.stderr.isTTY ? createLogUpdate(process.stderr) : undefined;
  let said = false;
  return {
    say(words) {
      said = true;
      update?.(words);
    },
    end() {
      if (said) update?.clear();
      update?.done();
      said = false;
    },
  };
}
