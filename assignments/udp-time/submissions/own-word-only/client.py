import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(b"GET DATETIME", ("127.0.0.1", 3700))
print("It is", s.recv(512).decode())
