import socket

def work(q):
    for sign in "+*/":
        if sign in q:
            x, y = q.split(sign)
            x, y = float(x), float(y)
            return x + y if sign == "+" else x * y if sign == "*" else x / y
    place = q.rindex("-")
    while q[:place].rstrip().endswith("-"):
        place = q.rindex("-", 0, place)
    return float(q[:place]) - float(q[place + 1:].replace(" ", ""))

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("localhost", 15000))
while True:
    q, addr = sock.recvfrom(1024)
    try:
        a = str(work(q.decode().strip()))
    except ZeroDivisionError:
        a = "division by zero"
    except ValueError:
        a = "I cannot read that"
    sock.sendto(a.encode(), addr)
