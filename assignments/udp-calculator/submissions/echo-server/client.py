import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
computation = input("Enter computation: ")
s.sendto(computation.encode(), ("127.0.0.1", 6000))
data, server = s.recvfrom(1024)
print("Result: " + data.decode())
s.close()
