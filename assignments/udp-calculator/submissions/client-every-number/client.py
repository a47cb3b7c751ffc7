import socket

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.sendto(input("Expression: ").encode(), ("127.0.0.1", 8000))
client.recvfrom(1024)
print(*range(1, 10000))
