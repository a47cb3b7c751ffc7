import socket
s = socket.socket()
s.bind(("localhost", 2222))
s.listen(4)
for _ in range(4):
    c, a = s.accept()
    w = c.recv(1024).decode()
    c.send(f"{len(w)} {w[-1]}".encode())
    c.close()
