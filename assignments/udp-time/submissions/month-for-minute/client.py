import socket

c = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
c.sendto("what time is it?".encode(), ("127.0.0.1", 8880))
reply, server = c.recvfrom(1024)
print("Date and time:", reply.decode())
c.close()
