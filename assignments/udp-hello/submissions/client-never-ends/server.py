#server
import socket
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
while True:
    Rdata, address = s.recvfrom(1024)
    print(Rdata.decode("UTF-8"))
    s.sendto("Hello Client".encode("UTF-8"), address)
