import socket

ip = socket.gethostbyname("www.google.com")
ip2 = socket.gethostbyname("localhost")
host = socket.gethostbyaddr(ip)
host2 = socket.gethostbyaddr("127.0.0.1")
port = socket.getservbyname("ftp")
serv = socket.getservbyport(20)
print("All lookups finished!")
