import socket
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
print("waiting for the client")
Rdata, address = s.recvfrom(1024)
Rdata=Rdata.decode("UTF-8")
print("The computation is: "+Rdata)
try:
    Result=eval(Rdata)
    Sdata=Rdata+" = "+str(Result)
except ZeroDivisionError:
    Sdata="division by zero is not allowed"
except Exception:
    Sdata="wrong computation"
s.sendto(Sdata.encode("UTF-8"), address)
s.close()
