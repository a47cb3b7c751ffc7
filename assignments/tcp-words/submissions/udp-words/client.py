#client
import socket
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
data=input("Enter word: ")
s.sendto(data.encode("UTF-8"), ("127.0.0.1",5550))
Rdata, address = s.recvfrom(1024)
print(Rdata.decode("UTF-8"))
