import socket
import time

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8880))
while True:
    data, address = s.recvfrom(512)
    s.sendto(time.strftime("%Y-%m-%j %H:%M:%S").encode(), address)
    print("answered", address)
