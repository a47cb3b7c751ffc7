import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("localhost", 9191))
while True:
    data, address = s.recvfrom(1024)
    print("received:", data.decode("ascii"))
    answer = input("answer: ")
    s.sendto(answer.encode("ascii"), address)
