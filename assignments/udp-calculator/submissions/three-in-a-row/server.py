import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", 5550))

operations = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}

while True:
    parts = []
    for _ in range(3):
        data, sender = sock.recvfrom(256)
        parts.append(data.decode())
    try:
        answer = operations[parts[2]](float(parts[0]), float(parts[1]))
    except ZeroDivisionError:
        answer = "nobody can divide by zero"
    except (KeyError, ValueError):
        answer = "this is no computation"
    sock.sendto(str(answer).encode(), sender)
