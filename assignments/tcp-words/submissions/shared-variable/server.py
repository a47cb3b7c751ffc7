import socket

s = socket.socket()
s.bind(("127.0.0.1", 7171))
s.listen(4)

clients = []
for i in range(4):
    c, addr = s.accept()
    clients.append(c)

for c in clients:
    word = c.recv(1024).decode("utf-8")
    print("word:", word)

for c in clients:
    c.send(f"{len(word)} {word[0]}".encode("utf-8"))
    c.close()
