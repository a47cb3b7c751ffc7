import socket
s = socket.socket()
s.connect(("127.0.0.1", 5678))
word = input("Enter a word please: ")
s.sendall(word.encode("utf-8"))
print(s.recv(1024).decode("utf-8"))
s.close()
