import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    line = input("say: ")
    s.sendto(line.encode("latin-1", "replace"), ("127.0.0.1", 5559))
    data, address = s.recvfrom(2048)
    print(data.decode("latin-1"))
