import socket

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.connect(("127.0.0.1", 65432))
    s.sendall(b"hey server, Set my time")
    data = s.recv(5)

print("Received", data.decode())
