import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
computation = input("What do you want to compute? ")
s.sendto(computation.encode(), ("127.0.0.1", 33333))
data, server = s.recvfrom(1024)
print("" + data.decode())
s.close()
