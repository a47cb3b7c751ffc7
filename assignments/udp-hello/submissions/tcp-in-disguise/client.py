import socket
# UDP socket
s = socket.socket(socket.SOCK_DGRAM)
s.connect(("127.0.0.1", 5550))
s.send("hello Server".encode("UTF-8"))
data = s.recv(1024)
print(data.decode("UTF-8"), s.getpeername())
s.close()
