import socket
s = socket.socket()
s.bind(("127.0.0.1", 5454))
s.listen(4)
print("waiting")
while True:
    c, a = s.accept()
    w = c.recv(1024).decode()
    if w:
        c.send(f"{len(w)} {w[0]}".encode())
    c.close()
