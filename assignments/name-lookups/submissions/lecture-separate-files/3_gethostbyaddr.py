import socket
ip= socket.gethostbyname("www.google.com")
host=socket.gethostbyaddr(str(ip))
print(host)
host2=socket.gethostbyaddr("127.0.0.1")
print(host2)
