import socket
from threading import Thread

s = socket.socket()
s.bind(('', 9090))
s.listen(8)

def serve(c):
    w = c.recv(100).decode()
    # first line the length, second line the first letter
    c.send((str(len(w)) + "\n" + w[0] + "\n").encode())

keep = []  # keep the sockets so they stay open
while 1:
    c, a = s.accept()
    keep.append(c)
    Thread(target=serve, args=(c,)).start()
