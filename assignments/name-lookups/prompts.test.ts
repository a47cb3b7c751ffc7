import { describe, expect, it } from 'vitest';
import { Random } from '../../harness/index.js';
import { growth, TWICE_LINEAR } from '../../harness/test/growth.js';
import { kindByWords, kindOfArgument, lookupTypist } from './prompts.js';

const answers = {
  host: ['www.kofita.com', 'localhost'],
  address: () => ['192.0.2.7', '127.0.0.1'],
  service: ['ftp', 'http'],
  port: ['20', '80'],
};
const typist = (source = '') => lookupTypist(new Random('prompts'), [source], answers);

describe('kindByWords', () => {
  it.each([
    ['Enter a host name: ', 'host'],
    ['Website: ', 'host'],
    ['Server name? ', 'host'],
    ['host name or IP address: ', 'host'],
    ['Enter the IP of the host: ', 'address'],
    ['Host IP: ', 'address'],
    ['Enter service name to find its port: ', 'service'],
    ['Servis: ', 'service'],
    ['Enter port number to find its service: ', 'port'],
    ['Puerto: ', 'port'],
    ['> ', undefined],
  ])('reads %j as %s', (prompt, kind) => {
    expect(kindByWords(prompt)).toBe(kind);
  });
});

describe('kindOfArgument', () => {
  it.each([
    ['print(socket.gethostbyaddr(sys.argv[1]))', 'address'],
    ['print(socket.getservbyport(int(sys.argv[1])))', 'port'],
    ['h = gethostbyname(argv[1]);', 'host'],
    ['host = sys.argv[1]\nprint(socket.gethostbyaddr(socket.gethostbyname(host)))', 'host'],
  ])('sees in %j what it is for', (source, kind) => {
    expect(kindOfArgument(source)).toBe(kind);
  });
});

describe('lookupTypist', () => {
  it('answers what a prompt asks for, then asks for localhost too', () => {
    const type = typist();
    expect([type('host: '), type('IP: '), type('host: '), type('IP: ')]).toEqual([
      'www.kofita.com',
      '192.0.2.7',
      'localhost',
      '127.0.0.1',
    ]);
  });

  it('knows from the source what a line without any prompt is read for', () => {
    const type = typist(
      'ip = gethostbyname(input()); print(getservbyport(int(input())))\ns = input()\nprint(getservbyname(s))',
    );
    expect(['www.kofita.com', 'localhost']).toContain(type(''));
    expect(['20', '80']).toContain(type(''));
    expect(['ftp', 'http']).toContain(type(''));
  });

  it('goes twice through a menu, then leaves it', () => {
    const type = typist();
    const menu = '1) IP adresi bul\n2) Port bul\n0) Çıkış\nSeçiminiz: ';
    const lines = [
      type(menu),
      type('Host adı: '),
      type(menu),
      type('Servis: '),
      type(menu),
      type('Host adı: '),
      type(menu),
      type('Servis: '),
      type(menu),
    ];
    expect(lines.filter((_, at) => at % 2 === 0)).toEqual(['1', '2', '1', '2', '0']);
    expect([lines[1], lines[5]]).toEqual(['www.kofita.com', 'localhost']);
  });

  it('ends the input of a program that never stops asking', () => {
    const type = typist();
    expect(Array.from({ length: 9 }, () => type('Port: ')).at(-1)).toBeUndefined();
  });
});

it.each(['input(', 'input(\n', 'a', 'a=b(', 'x=input();', 'gethostbyname(', 'gethostbyname  '])(
  'however often a source says %j, the time to read it grows with its length and no faster',
  (piece) => {
    const grown = growth(50_000, (length) => {
      const source = `argv ${piece.repeat(length / piece.length)}input(`;
      typist(source);
      kindOfArgument(source);
    });
    expect(grown).toBeLessThan(TWICE_LINEAR);
  },
);
