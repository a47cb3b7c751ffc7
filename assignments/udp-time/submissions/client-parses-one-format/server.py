import datetime
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 9001))
while True:
    _, addr = s.recvfrom(64)
    s.sendto(datetime.datetime.now().strftime("%Y-%m-%d %H:%M:%S").encode(), addr)
