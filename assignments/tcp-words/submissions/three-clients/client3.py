import socket
s = socket.socket()
s.connect(("127.0.0.1", 5010))
s.sendall(b"summer")
print(s.recv(1024).decode("utf-8"))
s.close()
