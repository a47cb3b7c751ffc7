import socket
port = socket.getservbyname("ftp") # http, ftp, telnet, ftp-data
print(port)
