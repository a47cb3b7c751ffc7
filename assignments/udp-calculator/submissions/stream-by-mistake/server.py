import socket

s = socket.socket(socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5550))
print("UDP server is ready")
while True:
    data, address = s.recvfrom(1024)
    text = data.decode()
    try:
        result = str(eval(text))
    except ZeroDivisionError:
        result = "division by zero"
    except Exception:
        result = "error"
    s.sendto(result.encode(), address)
