const CHOICE = /choice|choose|option|select|menu|se[cç]im|opci|opç|elig|escolh|wahl|wähl|choix|اختر|选择/i;
/** Words for the end, in many languages. */
export const WAY_OUT_WORDS =
  /exit|quit|stop|\bend\b|\bbye|close|[cç][ıi]k(?!ar)|kapat|bitir|salir|sair|beenden|ende\b|\btermin|quitter|sortir|\besci|uscita|lopeta|avslut|afslut|sluit|wyj[sś]|koniec|konec|kilép|ieșire|έξοδος|выход|выйти|вихід|יציאה|خروج|إنهاء|बाहर|निकल|退出|离开|離開|結束|终了|終了|종료|나가기|thoát|keluar/i;
const AGAIN = /\bagain|another|continue|y\/n|yes\/no|devam|otra|outro|noch|weiter|encore|e\/h\b|s\/n\b|j\/n\b/i;
/** A line that offers something to choose: `1) find an address`. */
const OFFER = /^\W{0,3}(\d{1,2}|[a-z])\s*[).:\-–=\]]\s*(\p{L}.*)$/gimu;
/** One of several offers in a line: `1) address 2) name 0) exit`. */
const OFFER_IN_LINE = /(?<![\w.])(\d{1,2})\s*[).:=\]-]\s*(\p{L}[^\d\n]*)/gu;
/** Signs that leave a menu wherever they are offered. */
const EXIT_SIGNS = new Set(['0', 'q', 'x']);
const WAY_OUT =
  /(?:["'“`([<]|\b(?:type|enter|press|write|or|yaz)\s+["'“`]?)(q|x|e|0|exit|quit|stop|end|bye|salir|sair|fin|ende|çıkış|çık)(?![\p{L}\p{N}]|\.\p{L})/iu;

export interface Menu {
  choices: string[];
  exit: string | undefined;
}

/** A user who goes through a program's menu some times and then leaves it; what looks like the way out comes last. */
export class MenuUser {
  readonly #rounds: number;
  #menu: Menu | undefined;
  #left = false;
  #leaving = false;
  #sawWayOut = false;
  /** How many choices were made. */
  chosen = 0;

  constructor(rounds: number) {
    this.#rounds = rounds;
  }

  /** The next choice, where a program shows its menu or asks for a choice: without a `line` the menu has been gone through. Nothing where it asks for something else. */
  choose(text: string): { line: string | undefined } | undefined {
    const out = wayOut(promptOf(text));
    this.#sawWayOut ||= out !== undefined;
    if (this.#leaving && !this.#left && out !== undefined) return { line: this.leave(promptOf(text)) };
    const shown = menuIn(text);
    this.#menu = shown ?? this.#menu;
    if (!this.#menu || !(shown || CHOICE.test(promptOf(text)))) return undefined;
    const { choices, exit } = this.#menu;
    const often = exit === undefined ? choices.slice(0, -1) : choices;
    const last = exit ?? choices.at(-1);
    const turn = this.chosen++;
    const walk = often.length * this.#rounds;
    if (turn < walk) return { line: often[turn % often.length] };
    // What is no way out is something to choose as often as the others.
    return { line: turn < walk + (exit === undefined ? this.#rounds : 1) ? last : undefined };
  }

  /**
   * What a prompt says must be typed to leave, once: whoever asks on after that has its input ended. Where another prompt said it, `meanwhile`
   * leads there; nobody is led further than once round.
   */
  leave(prompt: string, meanwhile?: string): string | undefined {
    if (this.#left) return undefined;
    const line = wayOut(prompt);
    this.#left = line !== undefined || this.#leaving || !this.#sawWayOut;
    this.#leaving = true;
    return line ?? (this.#left ? undefined : meanwhile);
  }
}

/** The line on which a program waits. */
export function promptOf(text: string): string {
  return text.split(/\r?\n/).findLast((line) => line.trim() !== '') ?? '';
}

/** Whether a prompt asks if there shall be another round; then what says yes to it. */
export function yesToAgain(prompt: string): string | undefined {
  return AGAIN.test(prompt) ? (prompt.match(/\b([yejos])\/[nh]\b/i)?.[1] ?? 'y') : undefined;
}

/** What a prompt says must be typed to leave: `q` of "Domain (q to quit): ". */
export function wayOut(prompt: string): string | undefined {
  return WAY_OUT.exec(prompt)?.[1];
}

/** The choices that a text shows, one below the other or in its last line; undefined where it shows fewer than two. */
export function menuIn(text: string): Menu | undefined {
  const offers = [...text.matchAll(OFFER)];
  const found = offers.length >= 2 ? offers : [...promptOf(text).matchAll(OFFER_IN_LINE)];
  const offered = new Map(found.map(([, sign, words]) => [sign!, words!]));
  if (offered.size < 2) return undefined;
  const signs = [...offered.keys()];
  const exit =
    signs.findLast((sign) => WAY_OUT_WORDS.test(offered.get(sign)!)) ??
    signs.find((sign) => EXIT_SIGNS.has(sign.toLowerCase()));
  return { choices: signs.filter((sign) => sign !== exit), exit };
}
