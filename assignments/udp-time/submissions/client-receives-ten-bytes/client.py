import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto("send time".encode(), ("127.0.0.1", 6789))
data, addr = sock.recvfrom(10)
print("server time =", data.decode())
sock.close()
