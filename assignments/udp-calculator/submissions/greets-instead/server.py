#server
import socket
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print("1")
s.bind(("127.0.0.1", 5550))
print("2")
Rdata, address = s.recvfrom(1024)
print("3")
Rdata=Rdata.decode("UTF-8")
print(str(Rdata))
print("4")
Sdata="Hello Client"
Sdata=Sdata.encode("UTF-8")
print("5")
s.sendto(Sdata, address) # s.sendto(data, ("0.0.0.0",5409))
print("6")
