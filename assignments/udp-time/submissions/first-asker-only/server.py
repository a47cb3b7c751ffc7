import socket
from datetime import datetime

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
partner = None
while True:
    data, address = s.recvfrom(1024)
    if partner is None:
        partner = address
    print(data.decode("UTF-8"))
    s.sendto(str(datetime.now()).encode("UTF-8"), partner)
