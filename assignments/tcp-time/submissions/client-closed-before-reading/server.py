import socket
from datetime import datetime
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", 7890))
s.listen(3)
print("Server is running...")
while True:
    c, addr = s.accept()
    try:
        print("Request:", c.recv(1024).decode())
        c.send(datetime.now().strftime("Time: %H:%M:%S").encode())
    except OSError as e:
        print("lost", addr, e)
    c.close()
