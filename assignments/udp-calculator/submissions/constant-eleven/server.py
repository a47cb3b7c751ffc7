import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
while True:
    Rdata, address = s.recvfrom(1024)
    Rdata = Rdata.decode("UTF-8")
    print(Rdata)
    result = 5 + 6
    Sdata = str(result)
    s.sendto(Sdata.encode("UTF-8"), address)
