import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto("GET TIME".encode(), ("localhost", 7777))
data, addr = sock.recvfrom(1024)
print("Current server time: " + data)
sock.close()
