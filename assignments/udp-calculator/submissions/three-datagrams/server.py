import socket

UDP_IP = "127.0.0.1"
UDP_PORT = 5005

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((UDP_IP, UDP_PORT))

waiting = {}   # what each client has sent so far

while True:
    data, addr = sock.recvfrom(1024)
    so_far = waiting.setdefault(addr, [])
    so_far.append(data.decode("utf-8", "replace").strip())
    if len(so_far) < 3:
        continue
    del waiting[addr]
    first, sign, second = so_far
    try:
        first = float(first)
        second = float(second)
        if sign == "+":
            result = first + second
        elif sign == "-":
            result = first - second
        elif sign == "*":
            result = first * second
        elif sign == "/":
            result = first / second
        else:
            result = "wrong operator"
    except ValueError:
        result = "wrong number"
    except ZeroDivisionError:
        result = "infinite, you divided by zero"
    sock.sendto(str(result).encode(), addr)
