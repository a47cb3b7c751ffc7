import socket
import struct
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("127.0.0.1", 3737))
while True:
    data, addr = sock.recvfrom(1024)
    sock.sendto(struct.pack("!I", int(time.time())), addr)
