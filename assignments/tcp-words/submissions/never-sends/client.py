import socket
s = socket.socket()
s.connect(("127.0.0.1", 5454))
word = input("Enter word: ")
word = word.encode()
answer = s.recv(1024)
print(answer.decode())
s.close()
