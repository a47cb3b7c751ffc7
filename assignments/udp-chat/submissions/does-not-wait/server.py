import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5553))
while True:
    data, address = s.recvfrom(4096)
    print("client:", data.decode("utf-8"))
    answer = input("> ")
    s.sendto(answer.encode("utf-8"), address)
