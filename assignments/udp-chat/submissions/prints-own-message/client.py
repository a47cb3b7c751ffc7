import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    data = input("enter your message: ")
    s.sendto(data.encode("UTF-8"), ("127.0.0.1", 5558))
    Rdata, address = s.recvfrom(1024)
    Rdata = Rdata.decode("UTF-8")
    print("server:", data)
