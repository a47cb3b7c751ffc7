import socket
s = socket.socket()
s.bind(("127.0.0.1", 12000))
s.listen(4)
while True:
    c, a = s.accept()
    w = c.recv(1024).decode("utf8")
    c.send("{} characters, begins with {}".format(len(w), w[0]).encode("utf8"))
    c.close()
