import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("127.0.0.1", 5550))
s.listen(5)
while True:
    client, address = s.accept()
    request = client.recv(1024).decode("UTF-8")
    try:
        answer = str(eval(request))
    except ZeroDivisionError:
        answer = "division by zero"
    except Exception:
        answer = "error"
    client.send(answer.encode("UTF-8"))
    client.close()
