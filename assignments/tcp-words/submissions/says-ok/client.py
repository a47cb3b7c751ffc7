import socket

word = input('Enter word: ')
s = socket.socket()
s.connect(('127.0.0.1', 5015))
s.send(word.encode())
s.recv(1024)
print('Server reply: length', len(word), 'first character', word[0])
s.close()
