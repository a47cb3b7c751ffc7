import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 8000))
while True:
    data, addr = s.recvfrom(1024)
    try:
        a, op, b = data.decode().split()
        a, b = float(a), float(b)
        if op == "+":
            r = a + b
        elif op == "-":
            r = a - b
        elif op == "*":
            r = a * b
        elif op == "/":
            r = a / b
        else:
            r = "unknown operator"
    except ZeroDivisionError:
        r = "division by zero"
    except ValueError:
        r = "not a computation"
    s.sendto(str(r).encode(), addr)
