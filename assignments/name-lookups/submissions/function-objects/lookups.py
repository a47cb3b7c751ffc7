import socket
print("Address of google:", socket.gethostbyname)
print("Name of address:", socket.gethostbyaddr)
print("Port of ftp:", socket.getservbyname)
print("Service of port 20:", socket.getservbyport)
print("My computer:", socket.gethostname)
