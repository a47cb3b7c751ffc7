import socket

s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(('127.0.0.1', 5015))
s.listen(4)
while True:
    c, a = s.accept()
    c.recv(1024)
    c.send(b'ok')
    c.close()
