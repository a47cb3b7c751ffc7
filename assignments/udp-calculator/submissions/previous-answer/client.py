import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
computation = input("Computation: ")
s.sendto(computation.encode(), ("127.0.0.1", 5001))
data, server = s.recvfrom(1024)
print("= " + data.decode())
s.close()
