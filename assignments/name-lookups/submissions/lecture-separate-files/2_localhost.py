import socket
ip2= socket.gethostbyname("localhost")
print(ip2)
