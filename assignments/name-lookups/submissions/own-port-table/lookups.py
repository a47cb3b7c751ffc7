import socket

PORTS = {"ftp-data": 20, "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "http": 80, "https": 443}

for host in ["www.google.com", "localhost"]:
    ip = socket.gethostbyname(host)
    print(host, ip, socket.gethostbyaddr(ip))

print(socket.gethostbyaddr("127.0.0.1"))

for service in ["ftp", "http"]:
    print(service, PORTS[service])

for port in [20, 21, 80]:
    for name, number in PORTS.items():
        if number == port:
            print(port, name)
