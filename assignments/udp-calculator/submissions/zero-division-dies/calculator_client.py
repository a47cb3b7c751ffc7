import socket

client_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_address = ("localhost", 12345)

num1 = input("Enter first number: ")
operator = input("Enter operator (+, -, *, /): ")
num2 = input("Enter second number: ")

client_socket.sendto(f"{num1} {operator} {num2}".encode(), server_address)
result, _ = client_socket.recvfrom(1024)
print("Result from server:", result.decode())
client_socket.close()
