import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    text = input("message: ")
    s.sendto(text.encode("utf-8"), ("127.0.0.1", 5552))
    data, address = s.recvfrom(4096)
    data = data.decode("utf-8")
    print("message delivered")
