import socket

def lookup(url):
    try:
        ip = socket.gethostbyname(url)
        print(url, "has the IP", ip)
        print(ip, "has the name", socket.gethostbyaddr(ip)[0])
    except OSError as e:
        print("could not look up", url, e)

lookup("http://www.google.com/")
lookup("http://localhost/")
print("http", socket.getservbyname("http"))
print("ftp", socket.getservbyname("ftp"))
print(80, socket.getservbyport(80))
print(20, socket.getservbyport(20))
