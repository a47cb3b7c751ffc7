import socket
s = socket.socket()
s.connect(("127.0.0.1", 6500))
s.send("hello".encode())
print("client 1:", s.recv(1024).decode())
