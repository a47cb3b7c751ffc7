import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for line in sys.stdin:
    s.sendto(line.strip().encode("utf-8"), ("127.0.0.1", 5561))
    s.settimeout(2)
    try:
        data, address = s.recvfrom(1024)
        print(data.decode("utf-8"), "from", address)
    except TimeoutError:
        print("no reply")
