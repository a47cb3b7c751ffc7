import socket
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("127.0.0.1", 9191))
s.listen(4)
while True:
    c, a = s.accept()
    word = c.recv(1024).decode("utf-8")
    c.sendall((str(len(word)) + "," + word[0]).encode("utf-8"))
    c.close()
