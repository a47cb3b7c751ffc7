import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
msg = input("Type the computation: ")
s.sendto(msg.encode(), ("127.0.0.1", 5432))
print("The computation was sent to the server")
s.close()
