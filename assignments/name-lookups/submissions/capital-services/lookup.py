import socket

site = socket.gethostbyname("www.google.com")
print("www.google.com =>", site)
print("localhost =>", socket.gethostbyname("localhost"))
print(site, "=>", socket.gethostbyaddr(site)[0])
print("127.0.0.1 =>", socket.gethostbyaddr("127.0.0.1")[0])
for service in ["HTTP", "FTP", "SMTP"]:
    print(service, "=>", socket.getservbyname(service))
for port in [20, 21, 80]:
    print(port, "=>", socket.getservbyport(port))
