import socket

sock = socket.create_connection(("127.0.0.1", 9494))
sock.sendall(b"bdfhkmqvwxz" * 2000)
print("sent", len(sock.recv(4096)) > 0)
