import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    text = input("message: ")
    s.sendto(text.encode("utf-8"), ("127.0.0.1", 5550))
    data, address = s.recvfrom(4096)
    print("server:", data.decode("utf-8"))
