import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
a = input("First number: ")
op = input("Operator: ")
b = input("Second number: ")
request = a + " " + b
s.sendto(request.encode(), ("127.0.0.1", 7000))
print("Server says:", s.recvfrom(1024)[0].decode())
