/** What a program asks for when it waits for a line, told from the words that it printed last. */
export type Wish = 'host' | 'port' | 'other';

const PORT =
  /(?<!\p{L})(?:port|puerto|porta|porto|portnummer|portul|portu|порт\p{L}*)(?!\p{L})|θύρα|פורט|بورت|منفذ|پورت|درگاه|पोर्ट|端口|埠|ポート|포트|พอร์ต|cổng/iu;
/** "Port number" asks for a port, though a number alone would be something to compute with. */
const PORT_NUMBER = /\bport\s+(number|no\.?|num)(?!\w)|\bn[uú]mero\s+(de|do|del|da)\s+(puerto|porta|porto)\b/gi;
const HOST =
  /(?<!\p{L})(?:host|hostname|hôte|ip|address|addr|server( name)?|servidor|servername|serveur|serverul|servera|servern|sunucu|sunucunun|serwer\p{L}*|palvelin\p{L}*|direcci[oó]n|endere[cç]o|adresse?|adresi|adresa|adresini|indirizzo|osoite|alamat|адрес\p{L}*|хост\p{L}*|сервер\p{L}*)(?!\p{L})|διεύθυνση|διακομιστή|כתובת|שרת|عنوان|خادم|سرور|آدرس|میزبان|सर्वर|पता|主机|主機|服务器|伺服器|地址|位址|サーバ|ホスト|アドレス|서버|호스트|주소|máy chủ|địa chỉ/iu;
/** Words that make a prompt one for the message, whatever else stands in it: "message to the server". */
const MESSAGE =
  /\b(message|mensaje|mensagem|nachricht|text|texto|word|palabra|palavra|wort|expression|calculat|operat|operand|number|n[uú]mero|say|send|reply|response|name of the domain|domain)\b|(?<!\p{L})(?:mesaj|metin|kelime|ifade|messaggio|testo|parola|texte|bericht|woord|meddelande|melding|besked|viesti|sana|wiadomo[sś][cć]|s[lł]owo|zpráv|správ|slovo|üzenet|szó|mesajul|pesan|kata|tin nhắn|сообщени|повідомлен|слово|текст|запрос)|μήνυμα|λέξη|הודעה|מילה|رسالة|كلمة|پیام|کلمه|संदेश|शब्द|消息|讯息|訊息|內容|内容|单词|單詞|メッセージ|単語|메시지|단어/iu;

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

const SERVER_OR_CLIENT = [...ROLE_WORDS.server, ...ROLE_WORDS.client].join('|');

/** What to type at a program that asks which of the two it shall be: the option's own sign (`1`, `s`), else the word. */
export function roleChoice(prompt: string, role: 'server' | 'client'): string | undefined {
  // A banner may name the one and the prompt below it the other: only what stands in one line, or alone in its line, is offered.
  const lines = prompt.split(/\r?\n/).filter((line) => line.trim() !== '');
  const last = lines.at(-1) ?? '';
  const pair = signsInOrder(last);
  if (pair) return pair[role];
  const signs = { server: roleSign(prompt, 'server'), client: roleSign(prompt, 'client') };
  if (signs.server !== undefined && signs.client !== undefined && signs.server !== signs.client) return signs[role];
  const listed = lines.filter((line) => new RegExp(`^\\W*(?:${SERVER_OR_CLIENT})\\W*$`, 'i').test(line));
  const offers = [last, listed.join(' ')].some((text) => placeOf(text, 'server') >= 0 && placeOf(text, 'client') >= 0);
  if (offers) return asksForMore(last) ? undefined : role;
  const [server, client] = [placeOf(last, 'server') >= 0, placeOf(last, 'client') >= 0];
  return server === client ? undefined : yesToRole(last, server === (role === 'server'));
}

function placeOf(text: string, role: 'server' | 'client'): number {
  return text.search(new RegExp(ROLE_WORDS[role].join('|'), 'i'));
}

/** `s` and `c` of "Server or client (s/c)?". */
function signsInOrder(line: string): { server: string; client: string } | undefined {
  const [server, client] = [placeOf(line, 'server'), placeOf(line, 'client')];
  const pair = new RegExp(`(?:${SERVER_OR_CLIENT})\\W{0,3}[(\\[<](\\w)\\s?[/|,]\\s?(\\w)[)\\]>]`, 'i').exec(line);
  if (server < 0 || client < 0 || !pair) return undefined;
  const [, first = '', second = ''] = pair;
  return server < client ? { server: first, client: second } : { server: second, client: first };
}

/** `s` of "(s)erver", "s) server", "server [s]" and "s for server". */
function roleSign(prompt: string, role: 'server' | 'client'): string | undefined {
  const words = ROLE_WORDS[role].join('|');
  const within = new RegExp(
    ROLE_WORDS[role].map(([first, ...rest]) => `[[(](${first})[\\])]${rest.join('')}`).join('|'),
    'i',
  ).exec(prompt);
  const signed = new RegExp(
    `(?:^|[\\s(\\[,/])(\\w)(?:\\s*[).:=\\]-]+\\s*|\\s+(?:for|para|pour|für)\\s+)(?:the |el |a |as |start |run )*(?:${words})`,
    'im',
  ).exec(prompt);
  const behind = new RegExp(`(?:${words})\\w{0,20}\\s*[(\\[=:]\\s*(\\w)\\b`, 'i').exec(prompt);
  return within?.slice(1).find(Boolean) ?? signed?.[1] ?? behind?.[1];
}

/** "The client's message to the server": a prompt that names both and asks for something else. */
function asksForMore(line: string): boolean {
  const rest = line.replace(new RegExp(`(?:${SERVER_OR_CLIENT})\\p{L}*`, 'giu'), ' ');
  return PORT.test(rest) || HOST.test(rest) || MESSAGE.test(rest);
}

/** What to answer "Do you want to be the server? (y/n)". */
function yesToRole(prompt: string, isOurs: boolean): string | undefined {
  const [, yes, no] = YES_OR_NO.exec(prompt.slice(-200)) ?? [];
  return yes !== undefined && no !== undefined && TO_BE.test(prompt) ? (isOurs ? yes : no) : undefined;
}

const TO_BE = /\b(?:be|become|are you|as|act|als|sein|ser|como|être|ol\p{L}*)\b/iu;
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
