import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    q = input("Your computation (q to quit): ")
    if q == "q":
        break
    s.sendto(q.encode(), ("127.0.0.1", 5555))
    a, _ = s.recvfrom(1024)
    print("Result:", a.decode())
