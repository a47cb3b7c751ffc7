#server
import socket
s=socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print("1")
s.bind(("127.0.0.1", 5005))
print("2")
while True:
    Rdata, address = s.recvfrom(1024)
    print("3")
    Rdata=Rdata.decode("UTF-8")
    print(str(Rdata))
    try:
        Sdata=str(eval(Rdata))
    except ZeroDivisionError:
        Sdata="you can not divide by zero"
    except:
        Sdata="this is not a computation"
    print("4")
    s.sendto(Sdata.encode("UTF-8"), address)
    print("5")
