import socket

WORDS = ("winter", "spring", "summer", "autumn")
for w in WORDS:
    s = socket.create_connection(("127.0.0.1", 10001))
    s.sendall(w.encode("utf-8"))
    print(s.recv(1024).decode("utf-8"))
    s.close()
