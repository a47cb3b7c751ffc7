import socket

computation = "5 + 6"
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.sendto(computation.encode(), ("127.0.0.1", 20001))
result = client.recvfrom(1024)[0].decode()
print(computation, "=", result)
