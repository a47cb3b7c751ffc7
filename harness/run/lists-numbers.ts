import { numbersIn, showsNumber } from '../expect/numbers.js';
import { EXTRA_REPLY_WITHIN_MS } from './bounds.js';
import type { ClientProgram } from './client-program.js';

/** An answer, the request said again, addresses and a menu hold fewer numbers. */
const FEW = 12;

/**
 * Whether a client prints numbers by the dozen, of which any one may be the number that came: at least two of those that were never sent
 * stand there as well. One alone may be chance.
 */
export async function listsNumbers(client: ClientProgram, since: number, neverSent: number[]): Promise<boolean> {
  const { program } = client;
  if (numbersIn(program.shownSince(since)).length < FEW) return false;
  await client.until(() => program.exit !== undefined, EXTRA_REPLY_WITHIN_MS);
  return neverSent.filter((number) => showsNumber(program.shownSince(since), number)).length >= 2;
}
