import type { Random } from '../../harness/index.js';

/** Words that chat programs take for an end; no line of ours may hold one. */
const QUITS = /bye|exit|quit|stop|end|q$/i;

/** A line of several words that somebody might type, with nothing in it that ends a chat. */
export function sentence(random: Random): string {
  return harmless(() => `${random.word()} ${random.word()} ${random.word()}`);
}

/** A line of one word, for whatever is not about whole lines: who reads word by word loses the points for that once. */
export function word(random: Random): string {
  return harmless(() => random.word(9));
}

/** A line of one word with letters beyond English. */
export function foreignWord(random: Random): string {
  return harmless(() => `${random.word()}-${random.pick(FOREIGN)}`);
}

const FOREIGN = ['Grüße', 'mañana', 'você', 'Привет', 'مرحبا', '你好', 'déjà-vu', 'teşekkürler'];

function harmless(make: () => string): string {
  let text = make();
  while (QUITS.test(text)) text = make();
  return text;
}
