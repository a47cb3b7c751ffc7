import socket
from datetime import datetime
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(('', 5000))
print('Server listening on port 5000')
while True:
    try:
        msg, addr = sock.recvfrom(1024)
        print('Request from', addr)
        sock.sendto(datetime.now(), addr)
    except Exception as e:
        print('Error:', e)
