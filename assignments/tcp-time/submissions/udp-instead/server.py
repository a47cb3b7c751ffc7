import socket
from datetime import datetime

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
request, address = s.recvfrom(1024)
print(request.decode("UTF-8"))
time = str(datetime.now().time())
s.sendto(time.encode("UTF-8"), address)
s.close()
