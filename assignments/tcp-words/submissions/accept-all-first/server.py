import socket

s = socket.socket()
s.bind(("0.0.0.0", 6060))
s.listen(4)

# first wait until all four clients are here
clients = []
while len(clients) < 4:
    c, a = s.accept()
    print("client", len(clients) + 1, "from", a)
    clients.append(c)

print("everybody is here")

words = []
for c in clients:
    words.append(c.recv(1024).decode("utf-8"))

for c, w in zip(clients, words):
    c.send("{} {}".format(len(w), w[0]).encode("utf-8"))

for c in clients:
    c.close()
s.close()
