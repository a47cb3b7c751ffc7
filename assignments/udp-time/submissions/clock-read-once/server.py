import socket
from datetime import datetime

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
now = datetime.now()
current_time = now.strftime("%d/%m/%Y %H:%M:%S")

while True:
    data, address = s.recvfrom(1024)
    print(data.decode("UTF-8"), address)
    s.sendto(current_time.encode("UTF-8"), address)
