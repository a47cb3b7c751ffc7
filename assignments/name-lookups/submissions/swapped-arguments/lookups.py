import socket

ip = socket.gethostbyname("www.google.com")
print(ip)
print(socket.gethostbyname("localhost"))
print(socket.gethostbyaddr(ip))
print(socket.gethostbyaddr("127.0.0.1"))
print(socket.getservbyname(21))
print(socket.getservbyport("ftp"))
