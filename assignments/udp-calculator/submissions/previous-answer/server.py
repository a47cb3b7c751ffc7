import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5001))
answer = "0"
while True:
    data, addr = s.recvfrom(1024)
    # answer at once so that the client does not wait
    s.sendto(answer.encode(), addr)
    try:
        answer = str(eval(data.decode()))
    except ZeroDivisionError:
        answer = "division by zero"
    except Exception:
        answer = "invalid"
    print(data.decode(), "->", answer)
