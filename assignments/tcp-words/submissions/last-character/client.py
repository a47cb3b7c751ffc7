import socket
for w in ["book", "pencil", "desk", "chair"]:
    c = socket.socket()
    c.connect(("localhost", 2222))
    c.send(w.encode())
    print(w, c.recv(1024).decode())
    c.close()
