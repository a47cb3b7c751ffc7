import socket
import struct

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 8080))
print("Server online", flush=True)
while True:
    data, address = server.recvfrom(12)
    first, second, operation = struct.unpack("!iii", data)
    result = first + second if operation == 0 else first - second
    server.sendto(struct.pack("!i", result), address)
