import socket
s = socket.socket()
s.bind(("127.0.0.1", 8000))
s.listen(4)
for i in range(4):
    c, a = s.accept()
    w = c.recv(1024).decode()
    if len(w) > 0:
        c.sendall((str(len(w)) + " " + w[0]).encode())
    c.close()
