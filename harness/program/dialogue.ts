/** What a program asks for when it waits for a line, told from the words that it printed last. */
export type Wish = 'host' | 'port' | 'other';

const PORT = /\b(port|puerto|porta|porto|portnummer)\b|بورت|منفذ|端口/i;
/** "Port number" asks for a port, though a number alone would be something to compute with. */
const PORT_NUMBER = /\bport\s+(number|no\.?|num)(?!\w)|\bn[uú]mero\s+(de|do|del|da)\s+(puerto|porta|porto)\b/gi;
const HOST =
  /\b(host|hostname|ip|address|addr|server( name)?|servidor|servername|serveur|direcci[oó]n|endere[cç]o|adresse)\b|عنوان|خادم|主机|服务器/i;
/** Words that make a prompt one for the message, whatever else stands in it: "message to the server". */
const MESSAGE =
  /\b(message|mensaje|mensagem|nachricht|text|texto|word|palabra|palavra|wort|expression|calculat|operat|operand|number|n[uú]mero|say|send|reply|response|name of the domain|domain)\b|رسالة|كلمة|消息/i;

/** Reads the last printed line (the prompt stands there, often without a newline). */
export function wishOf(output: string): Wish {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '');
  const prompt = (lines.at(-1) ?? '').replace(PORT_NUMBER, 'port');
  if (MESSAGE.test(prompt)) return 'other';
  if (PORT.test(prompt)) return 'port';
  if (HOST.test(prompt)) return 'host';
  return 'other';
}

const ROLE_WORDS = {
  server: ['server', 'servidor', 'serveur', 'sunucu'],
  client: ['client', 'cliente', 'kunde', 'istemci'],
};

/** What to type at a program that asks which of the two it shall be: the option's own sign (`1`, `s`), else the word. */
export function roleChoice(prompt: string, role: 'server' | 'client'): string | undefined {
  // "(s)erver or (c)lient?"
  const whole = prompt.replace(/[[(](\w)[\])](?=[a-z])/gi, '$1');
  const offers = (words: string[]) => new RegExp(words.join('|'), 'i').test(whole);
  if (!offers(ROLE_WORDS.server) || !offers(ROLE_WORDS.client)) return undefined;
  const words = ROLE_WORDS[role].join('|');
  const within = new RegExp(
    ROLE_WORDS[role].map(([first, ...rest]) => `[[(](${first})[\\])]${rest.join('')}`).join('|'),
    'i',
  ).exec(prompt);
  const signed = new RegExp(
    `(?:^|[\\s(\\[,/])(\\w)\\s*[).:=\\]-]+\\s*(?:the |el |a |as |start |run )*(?:${words})`,
    'im',
  ).exec(prompt);
  const behind = new RegExp(`(?:${words})\\w{0,20}\\s*[(\\[=:]\\s*(\\w)\\b`, 'i').exec(prompt);
  return within?.slice(1).find(Boolean) ?? signed?.[1] ?? behind?.[1] ?? role;
}

const YES_OR_NO =
  /[([\s](y|yes|s|si|sí|sim|j|ja|o|oui|e|evet)\s*\/\s*(n|no|nao|não|nein|non|h|hay[ıi]r)\s*(?:[)\]:?\s]|$)/i;
const TO_END =
  /\b(?:exit|quit|leave|stop|finish|terminate|close|end|salir|sair|terminar|encerrar|beenden|quitter|çık\p{L}*)\b/iu;
const TO_GO_ON =
  /\b(?:continue|again|another|more|repeat|otr[ao]|outr[ao]|continuar|weiter|noch|encore|continuer|devam|tekrar)\b/iu;

/** What to type at "Exit? (y/n)" or "Another one? (y/n)" so that the program ends, or goes on; undefined at any other prompt. */
export function answerTo(prompt: string, wish: 'end' | 'go on'): string | undefined {
  const line = prompt.split(/\r?\n/).findLast((text) => text.trim() !== '') ?? '';
  const [, yes, no] = YES_OR_NO.exec(line.slice(-200)) ?? [];
  if (yes === undefined || no === undefined) return undefined;
  if (TO_END.test(line)) return wish === 'end' ? yes : no;
  if (TO_GO_ON.test(line)) return wish === 'end' ? no : yes;
  return undefined;
}
