import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
while True:
    data, address = s.recvfrom(1024)
    print("client:", data.decode("utf-8"))
    answer = "I got your message, thank you"
    s.sendto(answer.encode("utf-8"), address)
