#client
import socket
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print("1")
data="hey server, Set my time"
print("2")
dataE=data.encode("UTF-8")
C_address= ("127.0.0.1",5055)
s.sendto(dataE,C_address)
print("3")
Rdata, address = s.recvfrom(1024)
Rdata=str(Rdata.decode("UTF-8"))
print("4")
print("the Current time is: %s" %Rdata)
print("5")
