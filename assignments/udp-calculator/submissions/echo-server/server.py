import socket

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 6000))
print("Server listening on 6000")
while True:
    data, addr = server.recvfrom(1024)
    result = data.decode()
    print("Computation:", result)
    server.sendto(result.encode(), addr)
