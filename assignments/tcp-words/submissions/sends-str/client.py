import socket
s = socket.socket()
s.connect(("127.0.0.1", 8000))
word = input("word = ")
s.send(word)
print(s.recv(1024))
s.close()
