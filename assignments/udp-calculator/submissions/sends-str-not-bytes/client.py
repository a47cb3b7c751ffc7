import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
computation = input("enter a computation ")
s.sendto(computation.encode(), ("127.0.0.1", 5550))
data, server = s.recvfrom(1024)
print("the result is " + data.decode())
s.close()
