import socket


def name_of(ip):
    info = socket.gethostbyaddr(ip)
    return info[-1][0]


for host in ("www.google.com", "localhost"):
    ip = socket.gethostbyname(host)
    print("Host: %s   IP: %s" % (host, ip))
    print("IP: %s   Host: %s" % (ip, name_of(ip)))
print("IP: 127.0.0.1   Host: %s" % name_of("127.0.0.1"))
print("http port: %d" % socket.getservbyname("http"))
print("ftp port: %d" % socket.getservbyname("ftp"))
print("port 80: %s" % socket.getservbyport(80))
print("port 21: %s" % socket.getservbyport(21))
