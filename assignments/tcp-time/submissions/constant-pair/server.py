from socket import *

s = socket()
s.bind(("", 2020))
s.listen()
while True:
    c, a = s.accept()
    c.recv(100)
    c.send(b"14:05:59")
    c.close()
