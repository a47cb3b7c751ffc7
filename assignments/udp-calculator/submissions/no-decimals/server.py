import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("0.0.0.0", 9090))
while True:
    message, client = s.recvfrom(1024)
    try:
        x, op, y = message.decode().split()
        x = int(x)
        y = int(y)
        if op == '+':
            answer = x + y
        elif op == '-':
            answer = x - y
        elif op == '*':
            answer = x * y
        elif op == '/':
            answer = x / y
        else:
            answer = "No such operator"
    except ValueError:
        answer = "Please send whole numbers"
    except ZeroDivisionError:
        answer = "Please do not divide by zero"
    s.sendto(str(answer).encode(), client)
