"""Opens four connections at once, each one sends a different word."""
import socket

WORDS = ["alpha", "beta", "gamma", "öl"]
conns = []

for word in WORDS:
    c = socket.create_connection(("127.0.0.1", 7000), timeout=10)
    conns.append(c)

for c, word in zip(conns, WORDS):
    c.sendall(word.encode("utf-8"))

for c, word in zip(conns, WORDS):
    print(word, "->", c.recv(4096).decode("utf-8").strip())

for c in conns:
    c.close()
