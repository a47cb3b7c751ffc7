import socket

def calculate(expression):
    parts = expression.split()
    if len(parts) != 3:
        return "invalid expression"
    num1, operator, num2 = parts
    try:
        num1 = float(num1)
        num2 = float(num2)
    except ValueError:
        return "invalid number"
    if operator == "+":
        return num1 + num2
    elif operator == "-":
        return num1 - num2
    elif operator == "*":
        return num1 * num2
    elif operator == "/":
        return num1 / num2
    return "invalid operator"

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(("localhost", 12345))
print("Server is listening...")

while True:
    data, client_address = server_socket.recvfrom(1024)
    result = calculate(data.decode())
    server_socket.sendto(str(result).encode(), client_address)
