import socket
from datetime import datetime

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 12321))

while True:
    message, address = s.recvfrom(1024)
    print(message.decode("utf-8"))
    answer = f"{datetime.now():%d %b %Y %H:%M:%S}"
    s.sendto(answer.encode("utf-8"), address)
