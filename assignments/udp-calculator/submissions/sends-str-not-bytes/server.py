import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
while True:
    data, address = s.recvfrom(1024)
    text = data.decode()
    try:
        result = str(eval(text))
    except ZeroDivisionError:
        result = "division by zero"
    except Exception:
        result = "wrong input"
    print(text, "=", result)
    s.sendto(result, address)
