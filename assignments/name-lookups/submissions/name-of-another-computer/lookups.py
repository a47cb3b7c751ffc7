import socket

print("My computer is lab-pc")

site = socket.gethostbyname("www.wikipedia.org")
print("www.wikipedia.org:", site)
print("its name:", socket.gethostbyaddr(site)[0])
print("localhost:", socket.gethostbyname("localhost"))
print("ssh:", socket.getservbyname("ssh"))
print("443:", socket.getservbyport(443))
print("127.0.0.1:", socket.gethostbyaddr("127.0.0.1")[0])
