import socket

# create the socket
serv = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
serv.bind(("0.0.0.0", 4444))
print("waiting for a message...")
message, sender = serv.recvfrom(1024)
message = message.decode("ascii")
print("message:", message)
serv.sendto("Hello Client".encode("ascii"), sender)
serv.close()
