import socket

ip = socket.gethostbyname("www.google.com")
print("google:", ip)
ip2 = socket.gethostbyname("localhost")
print("localhost:", ip2)

host = socket.gethostbyadress(ip)
print(host)
host2 = socket.gethostbyadress("127.0.0.1")
print(host2)

print("ftp:", socket.getservbyname("ftp"))
print("port 20:", socket.getservbyport(20))
