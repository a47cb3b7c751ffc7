type LogUpdate = ReturnType<typeof import('log-update').createLogUpdate>;

/** One line on the terminal that shows how far a command is; nothing where nobody watches. */
export function progressLine(): { say(words: string): void; end(): void } {
  let update: LogUpdate | undefined;
  let over = false;
  if (process.stderr.isTTY) {
    // Loaded while there is nothing to say yet.
    void import('log-update').then(({ createLogUpdate }) => {
      if (!over) update = createLogUpdate(process.stderr);
    });
  }
  let said = false;
  return {
    say(words) {
      if (update) said = true;
      update?.(words);
    },
    end() {
      over = true;
      if (said) update?.clear();
      update?.done();
      said = false;
    },
  };
}
