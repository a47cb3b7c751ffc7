import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", 7777))

while True:
    data, addr = sock.recvfrom(1024)
    try:
        stack = []
        tokens = data.decode().split()
        numbers = [t for t in tokens if t not in ("+", "-", "*", "/")]
        signs = [t for t in tokens if t in ("+", "-", "*", "/")]
        for n in numbers:
            stack.append(float(n))
        sign = signs.pop()
        a = stack.pop()
        b = stack.pop()
        if sign == "+":
            answer = a + b
        elif sign == "-":
            answer = a - b
        elif sign == "*":
            answer = a * b
        else:
            answer = a / b
    except ZeroDivisionError:
        answer = "you cannot divide by zero"
    except (ValueError, IndexError):
        answer = "wrong computation"
    sock.sendto(str(answer).encode(), addr)
