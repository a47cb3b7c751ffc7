#server
import socket
from datetime import datetime
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
address=("127.0.0.1", 5551)
s.bind(address)
Rdata, client = s.recvfrom(1024)
print(Rdata.decode("UTF-8"))
Time=str(datetime.now())
s.sendto(Time.encode("UTF-8"), address)
print("time sent")
