/** The person at the keyboard asked for something that cannot be done; the message says what is wrong and what to do. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
