import socket
s = socket.socket()
s.connect(("127.0.0.1", 7171))
s.send("one".encode("utf-8"))
print(s.recv(1024).decode("utf-8"))
