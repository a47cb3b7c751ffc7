from socket import *

# gethostbyname_ex gives (name, aliases, list of addresses)
res = gethostbyname_ex("www.google.com")
print(res)
print(gethostbyname_ex("localhost"))

for adr in res[2]:
    print(gethostbyaddr(adr))
print(gethostbyaddr("127.0.0.1"))
