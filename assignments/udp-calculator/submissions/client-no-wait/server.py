import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5432))
print("Server up")
while True:
    msg, a = s.recvfrom(1024)
    try:
        s.sendto(str(eval(msg.decode(), {"__builtins__": {}})).encode(), a)
    except ZeroDivisionError:
        s.sendto(b"Division by zero", a)
    except Exception:
        s.sendto(b"What do you mean?", a)
