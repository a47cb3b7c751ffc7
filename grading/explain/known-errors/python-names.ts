import type { KnownError } from './known-error.js';

/** What Python says of names and modules. */
export const PYTHON_NAMES: KnownError[] = [
  {
    message: /^name 'raw_input' is not defined/,
    said: true,
    hint: '`raw_input` is Python 2. In Python 3 it is called `input()`.',
  },
  {
    message: /^name '(unicode|unichr|long|xrange|reduce)' is not defined/,
    hint: '`$1` is Python 2. In Python 3 it is `str`, `chr`, `int`, `range` or `functools.reduce`.',
  },
  {
    message:
      /^name '(socket|datetime|time|sys|os|re|threading|random|json|struct|pickle|select|dns|math)' is not defined/,
    hint: '`$1` is used and was never imported. Is `import $1` missing at the top?',
  },
  {
    message:
      /^name '(AF_INET6?|SOCK_DGRAM|SOCK_STREAM|gethostbyname|gethostbyaddr|gethostname|getservbyname|getservbyport)' is not defined/,
    said: true,
    hint: 'It belongs to the module: `socket.$1`.',
  },
  {
    message: /^name '(\w+)' is not defined\. Did you mean: '(\w+)'/,
    said: true,
    hint: 'There is no `$1`; there is a `$2`. Spell it the same everywhere, capital letters too.',
  },
  {
    message: /^name '(\w+)' is not defined/,
    said: true,
    hint: '`$1` has no value yet when this line runs. Is it spelled as where it gets one (capital letters count), and does that line come first?',
  },
  {
    message: /^(?:cannot access local variable|local variable) '(\w+)'/,
    hint: '`$1` gets its value only on some ways through the function, and this was another one. Give it one before the `if`.',
  },
  {
    message: /^partially initialized module '(\w+)'/,
    hint: 'Your own file is called $1.py and hides the module of that name. Rename the file.',
  },
  {
    message: /^module 'datetime' has no attribute 'now'/,
    said: true,
    hint: 'The module and the class have the same name. Import the class: `from datetime import datetime`.',
  },
  {
    message: /^type object 'datetime\.datetime' has no attribute 'datetime'/,
    said: true,
    hint: 'After `from datetime import datetime` one is enough: `datetime.now()`.',
  },
  {
    message: /^module 'time' has no attribute '(?:clock|now)'/,
    hint: 'The current date and time: `from datetime import datetime`, then `datetime.now()`.',
  },
  {
    message: /^module 'socket' has no attribute '(\w+)'/,
    said: true,
    hint: 'The module `socket` has no `$1`. Is it spelled right (`AF_INET`, `SOCK_DGRAM`), and is no file of yours called socket.py?',
  },
  {
    message: /^'socket' object has no attribute '(\w+)'/,
    said: true,
    hint: 'A socket has no `$1`. Is it spelled right? `bind`, `sendto`, `recvfrom`, `listen`, `accept`, `connect`, `send`, `recv`, `close`.',
  },
  {
    message: /^'(\w+)' object has no attribute '(\w+)'/,
    hint: 'The value here ($1) has no `$2`. Print it: is it what you expect?',
  },
  {
    type: /^ModuleNotFoundError$/,
    message: /'(SocketServer|Queue|thread|urllib2|httplib|ConfigParser|Tkinter|StringIO|cPickle)'/,
    hint: '`$1` is Python 2. In Python 3 it has another name, such as `socketserver`, `queue` or `threading`.',
  },
  {
    type: /^ModuleNotFoundError$/,
    message: /'dns\.|'dns'.*not a package/,
    hint: 'Is a file of yours called dns.py? It hides the library dnspython. Rename it.',
  },
  {
    type: /^ModuleNotFoundError$/,
    message: /'(sockets?|Socket|sokcet|scoket|datetim|date|Datetime)'/,
    hint: 'There is no module `$1`. The course uses `import socket` and `from datetime import datetime`, in small letters.',
  },
  {
    type: /^ImportError$/,
    message: /^cannot import name '(\w+)' from/,
    hint: 'That module has no `$1`. Is it spelled right, and is no file of yours called like the module?',
  },
  {
    type: /^KeyError$/,
    hint: 'There is nothing under that key. Print what was received; for anything that is not in the table, `if key in table:`.',
  },
];
