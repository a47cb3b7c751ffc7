import socket

word = input('enter word: ')
s = socket.socket()
s.connect(('127.0.0.1', 13000))
s.send(word.encode('utf-8'))
answer = s.recv(512).decode('utf-8')
s.close()
print('done')
