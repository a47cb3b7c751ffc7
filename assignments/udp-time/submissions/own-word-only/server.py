import socket
from datetime import datetime

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 3700))
while True:
    data, address = s.recvfrom(512)
    if data == b"GET DATETIME":
        s.sendto(datetime.now().strftime("%d.%m.%Y %H:%M:%S").encode(), address)
