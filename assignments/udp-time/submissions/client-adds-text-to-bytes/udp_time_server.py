import socket
import datetime

def get_time():
    return datetime.datetime.now().strftime("%c")

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("localhost", 7777))
print("UDP time server started...")
while True:
    data, addr = sock.recvfrom(1024)
    print("received request:", data.decode())
    sock.sendto(get_time().encode(), addr)
