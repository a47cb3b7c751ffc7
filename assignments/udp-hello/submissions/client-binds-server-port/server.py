import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 6000))
print("server started")
m, a = s.recvfrom(1024)
print(m.decode("utf8"))
s.sendto("Hello Client".encode("utf8"), a)
