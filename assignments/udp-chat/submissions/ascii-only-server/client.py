import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    line = input("line: ")
    s.sendto(line.encode(), ("localhost", 9191))
    print("answer:", s.recvfrom(1024)[0].decode())
