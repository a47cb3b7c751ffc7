# UDP date/time server
import socket, datetime

host = socket.gethostbyname(socket.gethostname())
port = 1200
print("Server IP:", host, "port:", port)
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind((host, port))
n = 0
while n < 100:
    req, who = s.recvfrom(1024)
    n = n + 1
    print("request number", n, "=", req.decode())
    d = datetime.datetime.now()
    reply = "Date: %02d.%02d.%d  Time: %02d:%02d:%02d" % (d.day, d.month, d.year, d.hour, d.minute, d.second)
    s.sendto(reply.encode(), who)
s.close()
