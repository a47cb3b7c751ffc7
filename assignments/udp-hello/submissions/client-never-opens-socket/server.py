import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
msg, addr = s.recvfrom(1024)
print(msg.decode())
s.sendto(b"Hello Client", addr)
s.close()
