import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto("hello Server".encode("utf-8"), ("127.0.0.1", 5560))
data, address = s.recvfrom(1024)
print(data.decode("utf-8"), "from", address)
