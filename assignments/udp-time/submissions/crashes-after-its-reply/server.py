import socket
from datetime import datetime

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 8880))
while True:
    data, address = s.recvfrom(512)
    s.sendto(str(datetime.now()).encode(), address)
    print("answered " + address)
