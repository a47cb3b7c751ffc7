import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 9998))
while True:
    data, addr = s.recvfrom(1024)
    words = data.decode().split()
    try:
        x = float(words[0])
        y = float(words[2])
        if words[1] == "+":
            z = x + y
        elif words[1] == "-":
            z = x - y
        elif words[1] == "*":
            z = x * y
        elif words[1] == "/":
            z = x / y
        else:
            z = "operator?"
    except ZeroDivisionError:
        z = "zero?"
    except (IndexError, ValueError):
        z = "numbers?"
    s.sendto(bytes(str(z), "utf-8"), addr)
