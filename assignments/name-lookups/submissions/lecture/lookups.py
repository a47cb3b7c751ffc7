import socket
ip= socket.gethostbyname("www.google.com")
print(ip)

import socket
ip2= socket.gethostbyname("localhost")
print(ip2)

host=socket.gethostbyaddr(str(ip))
print(host)

host2=socket.gethostbyaddr("127.0.0.1")
print(host2)

port = socket.getservbyname("ftp") # http, ftp, telnet, ftp-data
print(port)

serv = socket.getservbyport(20) # 20, 21, 80,
print(serv)
