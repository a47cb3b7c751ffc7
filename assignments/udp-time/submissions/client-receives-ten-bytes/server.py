import socket, time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("0.0.0.0", 6789))
data, addr = sock.recvfrom(1024)
print("connection from", addr)
sock.sendto(time.strftime("%d-%m-%Y %H:%M:%S").encode(), addr)
sock.close()
