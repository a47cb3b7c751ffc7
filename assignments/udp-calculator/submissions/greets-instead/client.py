#client
import socket
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print("1")
data="hello Server"
print("2")
s.sendto(data.encode("UTF-8"), ("127.0.0.1",5550)) # s.sendto(data, ("0.0.0.0",5409))
print("3")
Rdata, address = s.recvfrom(1024)
Rdata=Rdata.decode("UTF-8")
print("4")
print(Rdata, address)
print("5")
