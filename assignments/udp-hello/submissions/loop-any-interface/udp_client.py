import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
message = input("Enter your greeting: ")
sock.sendto(message.encode(), ('localhost', 12345))

reply, server_address = sock.recvfrom(4096)
print("Reply :", reply.decode())
print("From  : %s port %d" % server_address)
sock.close()
