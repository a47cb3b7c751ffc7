import socket
import sys

if len(sys.argv) > 1:
    port = int(sys.argv[1])
else:
    port = 7000

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", port))
while True:
    data, addr = s.recvfrom(1024)
    text = data.decode()
    try:
        a, op, b = text.split()
        functions = {"+": float.__add__, "-": float.__sub__, "*": float.__mul__, "/": float.__truediv__}
        answer = text + " = " + str(functions[op](float(a), float(b)))
    except ZeroDivisionError:
        answer = "dividing by zero is impossible"
    except (ValueError, KeyError):
        answer = "write for example: 5 + 6"
    s.sendto(answer.encode(), addr)
