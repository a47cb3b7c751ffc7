#server
import socket
from datetime import datetime
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
Rdata, address = s.recvfrom(1024)
print(Rdata.decode("UTF-8"))
s.sendto(str(datetime.now()).encode("UTF-8"), address)
