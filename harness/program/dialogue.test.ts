import { describe, expect, test } from 'vitest';
import { answerTo, roleChoice, type Wish, wishOf } from './dialogue.js';

describe('wishOf', () => {
  test.each<[string, Wish]>([
    ['Enter the server address: ', 'host'],
    ['Host? ', 'host'],
    ['IP: ', 'host'],
    ['hostname [localhost]: ', 'host'],
    ['Dirección del servidor: ', 'host'],
    ['Endereço do servidor: ', 'host'],
    ['عنوان الخادم: ', 'host'],
    ['服务器: ', 'host'],
    ['Port: ', 'port'],
    ['enter port number> ', 'port'],
    ['Port of the server: ', 'port'],
    ['Port no. [5550]: ', 'port'],
    ['Número de puerto: ', 'port'],
    ['Puerto: ', 'port'],
    ['Porta: ', 'port'],
    ['منفذ: ', 'port'],
    ['端口: ', 'port'],
    ['Sunucu adresi: ', 'host'],
    ['Sunucunun adresini girin: ', 'host'],
    ['Adres serwera: ', 'host'],
    ['Адрес сервера: ', 'host'],
    ['サーバのアドレス: ', 'host'],
    ['서버 주소: ', 'host'],
    ['Порт: ', 'port'],
    ['ポート番号: ', 'port'],
    ['Port numarası: ', 'port'],
    ['Сообщение серверу: ', 'other'],
    ['Sunucuya mesajınız: ', 'other'],
    ['enter your message:\n|', 'other'],
    ['Message to the server: ', 'other'],
    ['Your reply to the client at this address: ', 'other'],
    ['Expression (server computes): ', 'other'],
    ['Nachricht an den Server: ', 'other'],
    ['رسالة: ', 'other'],
    ['Message for port number 5550: ', 'other'],
    ['Enter the first number: ', 'other'],
    ['Report: ', 'other'],
    ['ship: ', 'other'],
    ['> ', 'other'],
    ['', 'other'],
  ])('after %j a program wants: %s', (output, wish) => {
    expect(wishOf(output)).toBe(wish);
  });

  test('only the last line that says something counts', () => {
    expect(wishOf('Host: localhost\nPort: ')).toBe('port');
    expect(wishOf('Port: 5550\nYour word? ')).toBe('other');
    expect(wishOf('Started.\r\nPort:\r\n\r\n')).toBe('port');
  });
});

describe('roleChoice', () => {
  test.each<[string, string, string]>([
    ['1. Server\n2. Client\n> ', '1', '2'],
    ['[1] start the server\n[2] start the client\n', '1', '2'],
    ['(s) server, (c) client: ', 's', 'c'],
    ['Press s for server or c for client', 's', 'c'],
    ['Server\nClient\n> ', 'server', 'client'],
    ['UDP SERVER AND CLIENT v1\n1) Server 2) Client: ', '1', '2'],
    ['Server or client (s/c)? ', 's', 'c'],
    ['Client oder Server? [c/s] ', 's', 'c'],
    ['Press 1 for server, 2 for client: ', '1', '2'],
    ['Do you want to be the server? (y/n) ', 'y', 'n'],
    ['Are you the client? [yes/no] ', 'no', 'yes'],
    ['server (s) or client (c)? ', 's', 'c'],
    ['(s)erver or (c)lient? ', 's', 'c'],
    ['[S]erver / [C]lient: ', 'S', 'C'],
    ['Server=0 Client=1: ', '0', '1'],
    ['1) Servidor\n2) Cliente\n', '1', '2'],
    ['1 - Run server\n2 - Run client\n', '1', '2'],
    ['Are you the client or the server? ', 'server', 'client'],
  ])('of %j a server is %j and a client %j', (prompt, server, client) => {
    expect([roleChoice(prompt, 'server'), roleChoice(prompt, 'client')]).toEqual([server, client]);
  });

  test.each([
    'Server address: ',
    'client name? ',
    '=====\n UDP CHAT CLIENT v1.0\n=====\nEnter server IP: ',
    '*** TCP TIME CLIENT ***\nServer: ',
    'Client: which address has the server? ',
    'Message from the client to the server: ',
    'Stop the server? (y/n) ',
    '',
  ])('%j leaves no choice between the two', (prompt) => {
    expect(roleChoice(prompt, 'server')).toBeUndefined();
  });
});

test.each<[string, string | undefined, string | undefined]>([
  ['Exit? (y/n): ', 'y', 'n'],
  ['Terminate server, y/n? ', 'y', 'n'],
  ['Result: 11\nAnother calculation? [yes/no] ', 'no', 'yes'],
  ['¿Desea continuar? (s/n)', 'n', 's'],
  ['Weiter (j/n)? ', 'n', 'j'],
  ['Deseja sair? (s/n) ', 's', 'n'],
  ['Are you sure (y/n)? ', undefined, undefined],
  ['Enter y / n as numbers: ', undefined, undefined],
  ['Message: ', undefined, undefined],
  ['', undefined, undefined],
])('at %j one types %j to end and %j to go on', (prompt, end, goOn) => {
  expect([answerTo(prompt, 'end'), answerTo(prompt, 'go on')]).toEqual([end, goOn]);
});
