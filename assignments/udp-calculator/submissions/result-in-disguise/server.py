import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("127.0.0.1", 6161))
while True:
    data, address = sock.recvfrom(1024)
    sock.sendto(bytes(byte ^ 0x44 for byte in data), address)
