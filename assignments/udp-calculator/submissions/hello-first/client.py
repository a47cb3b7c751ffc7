from socket import socket, AF_INET, SOCK_DGRAM

server = ("localhost", 7411)
s = socket(AF_INET, SOCK_DGRAM)
s.sendto(b"HELLO", server)
print(s.recvfrom(512)[0].decode())

first = input("first number: ")
sign = input("operator (+ - * /): ")
second = input("second number: ")
s.sendto("|".join([first, sign, second]).encode(), server)
kind, value = s.recvfrom(512)[0].decode().split("|", 1)
print("the result is" if kind == "RESULT" else "the server refused:", value)
