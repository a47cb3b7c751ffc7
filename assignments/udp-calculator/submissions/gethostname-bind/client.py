import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
host = socket.gethostname()
port = 4444
expr = input()
s.sendto(expr.encode(), (host, port))
print(s.recvfrom(1024)[0].decode())
s.close()
