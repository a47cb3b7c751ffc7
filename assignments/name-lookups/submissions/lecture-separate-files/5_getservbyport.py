import socket
serv = socket.getservbyport(20) # 20, 21, 80,
print(serv)
