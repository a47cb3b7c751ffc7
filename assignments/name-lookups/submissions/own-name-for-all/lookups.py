import socket

ip = socket.gethostbyname("www.google.com")
print("IP of www.google.com is", ip)
print("IP of localhost is", socket.gethostbyname("localhost"))
print("Host name of", ip, "is", socket.gethostname())
print("Host name of 127.0.0.1 is", socket.gethostname())
print("Port of ftp is", socket.getservbyname("ftp"))
print("Service of 20 is", socket.getservbyport(20))
