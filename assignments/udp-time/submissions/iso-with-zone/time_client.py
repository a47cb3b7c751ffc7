import socket

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    sock.connect(("127.0.0.1", 9999))
    sock.send(b"time please")
    print(sock.recv(1024).decode())
