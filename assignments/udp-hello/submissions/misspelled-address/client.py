import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(10)
s.sendto("hello Server".encode(), ("127.0.0.1", 9999))
data, address = s.recvfrom(1024)
print("got:", data.decode())
print("from:", address)
