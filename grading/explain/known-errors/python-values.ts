import type { KnownError } from './known-error.js';

const NO_ADDRESS = 'An address is one pair in parentheses of its own: `("127.0.0.1", 5550)`.';

/** What Python says of text, bytes, numbers and names. */
export const PYTHON_VALUES: KnownError[] = [
  // eval
  {
    evaluated: true,
    type: /^(?:SyntaxError|NameError|TypeError|AttributeError)$/,
    hint: '`eval` was given a text that it cannot compute. Put it into `try` and `except Exception:` and send a sentence back instead.',
  },
  // Text where bytes are wanted, and the other way round
  {
    type: /^TypeError$/,
    message: /^a bytes-like object is required, not 'str'/,
    source: /\.send(?:to|all)?\s*\(|\.write\s*\(/,
    hint: 'A socket sends bytes, and this is text. Encode it first: `text.encode("UTF-8")`.',
  },
  {
    type: /^TypeError$/,
    message: /^a bytes-like object is required, not 'str'/,
    source: /./,
    hint: 'What {receive} returned is bytes, and is used here together with text. Decode it first: `data = data.decode("UTF-8")`.',
  },
  {
    message: /^a bytes-like object is required, not 'str'/,
    said: true,
    hint: 'Text and bytes are different things: `text.encode("UTF-8")` before it is sent, `data.decode("UTF-8")` after it has come.',
  },
  {
    message: /^a bytes-like object is required, not '(?:int|float|bool|complex)'/,
    said: true,
    hint: 'A socket sends bytes, and this is a number. Make it text, then bytes: `str(result).encode("UTF-8")`.',
  },
  {
    message: /^a bytes-like object is required, not 'datetime[\w.]*'|'datetime\.\w+' object has no attribute 'encode'/,
    said: true,
    hint: '`datetime.now()` is no text yet. Make it text, then bytes: `str(datetime.now()).encode("UTF-8")`.',
  },
  {
    message: /^a bytes-like object is required, not 'tuple'/,
    said: true,
    hint: 'The data comes first and the address second: `s.sendto(data, address)`. Or is the data a pair that must become text first?',
  },
  {
    message: /^a bytes-like object is required, not '(\w+)'/,
    said: true,
    hint: 'A socket sends bytes, and this is something else ($1). Make it text, then bytes: `str(answer).encode("UTF-8")`.',
  },
  {
    message:
      /^(?:startswith|endswith) first arg must be bytes|^can't concat str to bytes|^sequence item \d+: expected a bytes-like object, str found/,
    said: true,
    hint: 'What was received is bytes, and is used here together with text. Decode it first: `data = data.decode("UTF-8")`.',
  },
  {
    message: /^can only concatenate str \(not "bytes"\) to str|^sequence item \d+: expected str instance, bytes found/,
    said: true,
    hint: 'Text and bytes cannot be joined. Decode what was received first: `data.decode("UTF-8")`.',
  },
  {
    message:
      /^can only concatenate str \(not "(\w+)"\) to str|^unsupported operand type\(s\) for \+: '(?:int|float)' and 'str'/,
    said: true,
    hint: 'Text and a number cannot be joined with `+`. To show it, `str(number)`; to compute with it, `int(text)` or `float(text)`.',
  },
  {
    message:
      /^unsupported operand type\(s\) for ([-+*/%]+): '(?:str|bytes)' and '\w+'|^can't multiply sequence by non-int|^unsupported operand type\(s\) for .* and 'str'/,
    said: true,
    hint: 'This computes with text. Make numbers of it first: `int(text)` or `float(text)`.',
  },
  {
    message: /^'bytes' object has no attribute 'encode'/,
    said: true,
    hint: 'This is bytes already, so it needs no `.encode`. To get text from it, `.decode("UTF-8")`.',
  },
  {
    message: /^'str' object has no attribute 'decode'/,
    said: true,
    hint: 'This is text already: only bytes can be decoded. Was it decoded before, or made by `input()` or `str()`? Then leave `.decode` out.',
  },
  {
    message: /^'tuple' object has no attribute '(?:decode|encode|split|strip|lower)'/,
    said: true,
    hint: '`recvfrom` returns two things. Take them apart: `data, address = s.recvfrom(1024)`, then `data.decode("UTF-8")`.',
  },
  {
    message: /^'tuple' object has no attribute '(?:recv|send|sendall|close)'/,
    said: true,
    hint: '`accept` returns two things. Take them apart: `client, address = s.accept()`, then `client.recv(1024)`.',
  },
  {
    message: /^'(?:int|float)' object has no attribute 'encode'/,
    said: true,
    hint: 'A number is no text yet. Make it text, then bytes: `str(result).encode("UTF-8")`.',
  },
  {
    message: /^'NoneType' object has no attribute '(\w+)'|^'NoneType' object is not/,
    hint: 'The value here is `None`: a function that returns nothing, or a name that was never filled. Where should it come from?',
  },
  {
    message: /^'(?:builtin_function_or_method|function|method)' object (?:has no attribute|is not|cannot)/,
    hint: 'A function is used here without calling it. Are its parentheses missing: `s.accept()`, `input()`?',
  },
  {
    message: /^string argument without an encoding/,
    said: true,
    hint: '`bytes(text)` needs the encoding: `bytes(text, "UTF-8")`, or `text.encode("UTF-8")`.',
  },
  // Addresses and arguments
  {
    message: /^sendto\(\) takes .* \(1 given\)/,
    said: true,
    hint: '`sendto` must be told where to: `s.sendto(data, address)`, with the address that `recvfrom` returned or `("127.0.0.1", 5550)`.',
  },
  {
    message: /(?:bind|connect)\(\) takes exactly one argument \(2 given\)/,
    said: true,
    hint: `Two values were given where one is wanted. ${NO_ADDRESS}`,
  },
  { message: /AF_INET6? address must be/, said: true, hint: NO_ADDRESS },
  {
    message: /takes at least 1 argument \(0 given\)/,
    source: /recv/,
    hint: 'It must be told how many bytes to take at most: `recvfrom(1024)`, `recv(1024)`.',
  },
  {
    message: /^'str' object cannot be interpreted as an integer/,
    source: /bind|connect|sendto/,
    hint: 'The port is text here, and must be a number: `5550` without quotes, or `int(port)`. And the address is one pair: `("127.0.0.1", 5550)`.',
  },
  {
    message: /^'str' object cannot be interpreted as an integer/,
    source: /getservbyport/,
    hint: '`getservbyport` wants a number: `socket.getservbyport(int(port))`.',
  },
  {
    message: /^getserv\w+\(\) argument|^gethost\w+\(\) argument/,
    hint: '`getservbyname` and `gethostbyname` want a name as text, `getservbyport` a number. Are the two mixed up here?',
  },
  {
    message: /port must be 0-65535/,
    said: true,
    hint: 'A port is a number from 0 to 65535. Choose one above 1023, such as 5550.',
  },
  {
    message: /^input expected at most 1 argument/,
    hint: '`input` takes one text. Join the parts: `input("a" + str(b))`.',
  },
  {
    message: /^cannot unpack non-iterable/,
    source: /socket/,
    hint: '`socket.socket(...)` returns one thing. The two values `data, address` come from `recvfrom`, and `client, address` from `accept`.',
  },
  {
    message: /^cannot unpack non-iterable/,
    hint: 'Only one value comes here, and two names wait for it. `recvfrom` and `accept` return two; `recv` returns one.',
  },
  {
    message: /^too many values to unpack/,
    source: /\.recv\s*\(/,
    hint: '`recv` returns the data alone; the pair `data, address` comes from `recvfrom`.',
  },
  {
    message: /^(?:too many|not enough) values to unpack/,
    hint: 'The text has more or fewer parts than there are names for them. Print it before you split it: is `5+6` without spaces meant, too?',
  },
  {
    message: /^'module' object is not callable/,
    hint: 'A module was called as if it were a function: `socket.socket(...)`, `datetime.datetime.now()`.',
  },
  {
    message: /^'(?:tuple|str|int|bytes)' object is not callable/,
    hint: 'Something that is no function is followed by `(`. Is a comma missing before it, or was a name such as `input` or `str` used for a variable?',
  },
  // Numbers
  {
    message: /^(?:invalid literal for int\(\) with base 10|could not convert string to float): ["']+b["']/,
    said: true,
    rather: ['bytes-as-text'],
    hint: '`str(...)` around bytes gives `b\'…\'`, quotes included, and that is no number. Decode what was received: `data.decode("UTF-8")`.',
  },
  {
    message: /^invalid literal for int\(\) with base 10: '[-+]?\d*\.\d+'/,
    said: true,
    hint: '`int` reads whole numbers only. For decimals, `float(text)`.',
  },
  {
    message: /^invalid literal for int\(\) with base 10: (?:''|"")/,
    said: true,
    hint: '`int` was given an empty text. Print what was received and how it was split.',
  },
  {
    message: /^invalid literal for int\(\)/,
    said: true,
    hint: '`int` was given more than a number. Print what was received: is it split as it is sent (`5 + 6`, `5+6`)? For anything else, `try` and `except ValueError:`.',
  },
  {
    message: /^could not convert string to float/,
    said: true,
    hint: '`float` was given something that is no number. Print what was received; for anything that makes no sense, `try` and `except ValueError:`.',
  },
  {
    type: /^ZeroDivisionError$/,
    hint: 'Somebody divides by zero. Ask before it, `if b == 0:`, and send a sentence back instead.',
  },
  {
    message: /^(?:list|string|tuple|bytes|bytearray) index out of range|^index out of range/,
    said: true,
    hint: 'There are fewer parts than this line takes. Print what was received and how it was split; is it empty, or without spaces?',
  },
  {
    message: /codec can't decode byte/,
    said: true,
    hint: 'These bytes are no text in that encoding. The course uses UTF-8 on both sides: `decode("UTF-8")`; for anything else, `errors="replace"`.',
  },
  {
    message: /codec can't encode character/,
    said: true,
    hint: 'This encoding has no such letter. UTF-8 has them all: `encode("UTF-8")`.',
  },
  {
    message: /^ord\(\) expected a character/,
    hint: '`ord` takes one character. For the number of characters, `len(text)`.',
  },
  {
    message: /^object of type '(\w+)' has no len/,
    hint: '`len` counts the characters of a text, and this is a number or something else ($1). Use the text that was received.',
  },
  {
    type: /^JSONDecodeError$/,
    hint: 'What came is no JSON. Print it: the task page shows what is sent as plain text.',
  },
];
