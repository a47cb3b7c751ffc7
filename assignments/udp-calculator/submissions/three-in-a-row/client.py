import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
first = input("First number: ")
second = input("Second number: ")
operator = input("Operator (+ - * /): ")
for part in (first, second, operator):
    sock.sendto(part.encode(), ("127.0.0.1", 5550))
print("Result:", sock.recvfrom(256)[0].decode())
