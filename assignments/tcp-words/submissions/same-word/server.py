import socket
s = socket.socket()
s.bind(("127.0.0.1", 6500))
s.listen(4)
for i in range(4):
    c, a = s.accept()
    w = c.recv(1024).decode()
    c.send(f"{len(w)} {w[0]}".encode())
    c.close()
