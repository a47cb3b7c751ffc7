import socket

SERVER_PORT = 5005
CLIENT_PORT = 5006

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("127.0.0.1", CLIENT_PORT))
expression = input("Expression: ")
sock.sendto(expression.encode(), ("127.0.0.1", SERVER_PORT))
data, addr = sock.recvfrom(1024)
print(data.decode())
