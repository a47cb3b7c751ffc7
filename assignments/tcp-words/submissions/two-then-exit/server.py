import socket

s = socket.socket()
s.bind(("127.0.0.1", 5678))
s.listen(2)
for i in range(2):
    conn, addr = s.accept()
    word = conn.recv(1024).decode("utf-8")
    conn.sendall(f"({len(word)}, {word[0]!r})".encode("utf-8"))
    conn.close()
s.close()
print("finished")
