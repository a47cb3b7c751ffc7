import datetime
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(b"time", ("127.0.0.1", 9001))
text = s.recv(64).decode()
when = datetime.datetime.strptime(text, "%Y-%m-%d %H:%M:%S")
print("Date:", when.date())
print("Time:", when.time())
