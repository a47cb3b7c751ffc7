import socket

addr = ("127.0.0.1", 8989)
data = "hello Server"
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(data.encode("utf-8"), addr)
received, address = sock.recvfrom(1024)
print("reply from server:", data)
print("address of server:", address)
sock.close()
