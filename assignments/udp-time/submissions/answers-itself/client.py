#client
import socket
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
address=("127.0.0.1", 5551)
s.sendto("hey server, Set my time".encode("UTF-8"), address)
Rdata, server = s.recvfrom(1024)
print("the Current time is: %s" %Rdata.decode("UTF-8"))
