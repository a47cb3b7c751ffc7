import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5560))
while True:
    data, address = s.recvfrom(1024)
    print("Received:", data.decode("utf-8"))
    s.sendto("Hello Client".encode("utf-8"), address)
    print("Answered " + address[0] + ":" + address[1])
