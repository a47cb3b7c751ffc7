#client
import socket
from datetime import datetime
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto("hey server, Set my time".encode("UTF-8"), ("127.0.0.1",5550))
Rdata, address = s.recvfrom(1024)
Time=datetime.now()
print("the Current time is: %s" %Time)
