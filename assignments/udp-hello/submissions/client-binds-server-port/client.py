import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 6000))
print("client started")
s.sendto("hello Server".encode("utf8"), ("127.0.0.1", 6000))
m, a = s.recvfrom(1024)
print(m.decode("utf8"), a)
