#server
import socket
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
for i in range(4):
    Rdata, address = s.recvfrom(1024)
    Rdata=Rdata.decode("UTF-8")
    print(str(Rdata))
    Sdata=str(len(Rdata))+" "+Rdata[0]
    s.sendto(Sdata.encode("UTF-8"), address)
