import socket

UDP_IP = "127.0.0.1"
UDP_PORT = 5005

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
num1 = input("num1: ")
sock.sendto(num1.encode(), (UDP_IP, UDP_PORT))
op = input("op: ")
sock.sendto(op.encode(), (UDP_IP, UDP_PORT))
num2 = input("num2: ")
sock.sendto(num2.encode(), (UDP_IP, UDP_PORT))
data, addr = sock.recvfrom(1024)
print("result:", data.decode())
