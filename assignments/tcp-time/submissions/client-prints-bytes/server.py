#server
import socket
from datetime import datetime
s=socket.socket(socket.AF_INET, socket.SOCK_STREAM)
print("1")
s.bind(("127.0.0.1", 5550))
print("2")
s.listen(5) # number of clients at the moment
client, address = s.accept()
Request = client.recv(1024)
print("3")
Rdata=Request.decode("UTF-8")
print("4")
print(str(Rdata))
Time=str(datetime.now().time())
print(Time)
Sdata=Time.encode("UTF-8")
print("5")
client.send(Sdata) # s.sendto(data, ("0.0.0.0",5409))
print("6")
client.close()
