#client
import socket
import time
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    s.sendto("hello Server".encode("UTF-8"), ("127.0.0.1",5550))
    Rdata, address = s.recvfrom(1024)
    print(Rdata.decode("UTF-8"), address)
    time.sleep(1)
