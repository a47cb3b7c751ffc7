import socket
w = input("Enter word: ")
s = socket.socket()
s.connect(("127.0.0.1", 12001))
s.send(w.encode("utf8"))
print(s.recv(1024).decode("utf8"))
s.close()
