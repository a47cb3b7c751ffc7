import socket
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto('get time'.encode(), ('127.0.0.1', 5000))
msg, addr = sock.recvfrom(1024)
print('Time from server:', msg.decode())
sock.close()
