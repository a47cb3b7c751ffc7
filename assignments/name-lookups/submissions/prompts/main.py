import socket

name = input("Enter a host name: ")
ip = socket.gethostbyname(name)
print("The IP address of", name, "is", ip)
print("The IP address of localhost is", socket.gethostbyname("localhost"))

print("The name of", ip, "is", socket.gethostbyaddr(ip)[0])
print("The name of 127.0.0.1 is", socket.gethostbyaddr("127.0.0.1")[0])

service = input("Enter a service name: ")
print("Its port is", socket.getservbyname(service))

port = int(input("Enter a port number: "))
print("The service on it is", socket.getservbyport(port))
