import socket

name = input("host name: ")
ip = socket.gethostbyname(name)
print(ip)
print(socket.gethostbyname("localhost"))
print(socket.gethostbyaddr(ip))
print(socket.gethostbyaddr("127.0.0.1"))
service = input("service: ")
print(socket.getservbyname(service))
port = input("port: ")
print(socket.getservbyport(port))
