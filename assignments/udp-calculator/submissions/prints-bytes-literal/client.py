import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
text = input("computation: ")
s.sendto(bytes(text, "utf-8"), ("127.0.0.1", 9998))
data, addr = s.recvfrom(1024)
print("Received:", data)
