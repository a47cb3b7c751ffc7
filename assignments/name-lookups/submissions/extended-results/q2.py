from socket import *

print("http ->", getservbyname("http"))
print("ftp ->", getservbyname("ftp"))
print("80 ->", getservbyport(80))
print("21 ->", getservbyport(21))
print("20 ->", getservbyport(20))
