import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5555))
while True:
    data, addr = s.recvfrom(1024)
    try:
        n1, op, n2 = data.decode().split()
        n1 = float(n1)
        n2 = float(n2)
        if op == "+":
            s.sendto(str(n1 + n2).encode(), addr)
        if op == "-":
            s.sendto(str(n1 - n2).encode(), addr)
        if op == "*":
            s.sendto(str(n1 * n2).encode(), addr)
        if op == "/":
            s.sendto(str(n1 / n2).encode(), addr)
        else:
            s.sendto("Invalid operator".encode(), addr)
    except ZeroDivisionError:
        s.sendto("Division by zero".encode(), addr)
    except ValueError:
        s.sendto("Invalid request".encode(), addr)
