import socket
import datetime

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("127.0.0.1", 8010))
s.listen(1)
conn, addr = s.accept()
conn.recv(1024)
now = datetime.datetime.now()
conn.send(f"{now.hour}:{now.minute:02}:{now.second:02}".encode())
conn.close()
