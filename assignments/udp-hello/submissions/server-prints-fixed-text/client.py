#client
import socket
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
msg=input("message: ")
s.sendto(msg.encode("UTF-8"), ("127.0.0.1",7000))
Rdata, address = s.recvfrom(1024)
print("message from server:", Rdata.decode("UTF-8"))
print("address:", address)
