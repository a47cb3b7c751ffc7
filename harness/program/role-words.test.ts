import { describe, expect, test } from 'vitest';
import { isToldItsRole, roleWordsIn } from './role-words.js';

describe('the word for a role in a file that is both programs', () => {
  test.each<[string, string[], string[]]>([
    ['if sys.argv[1] == "server":\n  serve()\nelse:\n  call()', ['server'], ['client']],
    ['const mode = process.argv[2]; if (mode === "s") a(); else if (mode === "client") b();', ['s'], ['client']],
    [
      'parser = argparse.ArgumentParser(); p.add_argument("-l"); p.add_argument("--server")',
      ['--server', '-l'],
      ['client'],
    ],
    ['sub.add_parser("serve"); sub.add_parser("greet"); args = p.parse_args()', ['serve'], ['client', 'greet']],
    [
      'if (args[0].equals("warte")) a(); else if (args[0].equals("frage")) b();',
      ['server', 'warte', 'frage'],
      ['client', 'warte', 'frage'],
    ],
    ['while ((o = getopt(argc, argv, "lv")) != -1) if (o == \'l\') serve();', ['-l'], ['client']],
    ['print("server")', [], []],
  ])('of %j is %j for the server and %j for the client', (source, server, client) => {
    expect(roleWordsIn(source, 'server')).toEqual(server);
    expect(roleWordsIn(source, 'client')).toEqual(client);
  });
});

describe('a program is told its role', () => {
  test.each([
    'if len(sys.argv) > 1 and sys.argv[1] == "server":',
    'switch (args[0]) { case "server" -> a(); }',
    'if os.Args[1] == "-s" {',
    'int main(int c, char **v) { if (!strcmp(v[1], "server")) serve(); }',
    'match env::args().nth(1).as_deref() { Some("listen") => a(), _ => b() }',
    'role = input("Which? ")\nif role == "s":',
    'p.add_argument("--listen", action="store_true"); args = p.parse_args()',
    'if sys.argv[1] == "warte": a()\nelif sys.argv[1] == "frage": b()',
  ])('%j', (source) => {
    expect(isToldItsRole(source)).toBe(true);
  });

  test.each([
    'log = logging.getLogger("server"); port = int(sys.argv[1])',
    'print("server"); text = input("> ")',
    'if line == "quit": break\nport = sys.argv[1]',
    'if role == "server": serve()',
    '',
  ])('%j is not', (source) => {
    expect(isToldItsRole(source)).toBe(false);
  });
});
