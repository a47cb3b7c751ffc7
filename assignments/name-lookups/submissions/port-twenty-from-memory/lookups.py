import socket

ip = socket.gethostbyname("www.google.com")
print("www.google.com", ip)
print("localhost", socket.gethostbyname("localhost"))
print(ip, socket.gethostbyaddr(ip))
print("127.0.0.1", socket.gethostbyaddr("127.0.0.1"))
print("ftp", socket.getservbyname("ftp"))
print("http", socket.getservbyname("http"))
# 20 is the data connection of ftp
print("20", "ftp-data")
