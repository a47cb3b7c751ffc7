import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
expression = input("Enter computation: ")
s.sendto(expression.encode(), ("127.0.0.1", 8000))
answer, addr = s.recvfrom(1024)
result = eval(expression)
print("Result:", result)
