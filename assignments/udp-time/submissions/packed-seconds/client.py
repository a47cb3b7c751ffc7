import socket
import struct
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(b"\x00", ("127.0.0.1", 3737))
data, addr = sock.recvfrom(1024)
seconds = struct.unpack("!I", data)[0]
print("Time:", time.ctime(seconds))
