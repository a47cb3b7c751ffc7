import socket

UDP_IP = "127.0.0.1"
UDP_PORT = 5005
MESSAGE = b"hello Server"

print("UDP target IP: %s" % UDP_IP)
print("UDP target port: %s" % UDP_PORT)

sock = socket.socket(socket.AF_INET, # Internet
                     socket.SOCK_DGRAM) # UDP
sock.sendto(MESSAGE, (UDP_IP, UDP_PORT))
data, addr = sock.recvfrom(1024)
print("received message: %s" % data.decode("utf-8"))
print("from %s port %s" % addr)
