import socket

SERVER_PORT = 5005
CLIENT_PORT = 5006

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("127.0.0.1", SERVER_PORT))
while True:
    data, addr = sock.recvfrom(1024)
    try:
        a, op, b = data.decode().split()
        a, b = float(a), float(b)
        if op == "+": r = a + b
        elif op == "-": r = a - b
        elif op == "*": r = a * b
        elif op == "/": r = a / b
        else: r = "unknown operator"
    except ZeroDivisionError:
        r = "division by zero"
    except ValueError:
        r = "invalid expression"
    sock.sendto(str(r).encode(), ("127.0.0.1", CLIENT_PORT))
