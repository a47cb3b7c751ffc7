#server
import socket
from datetime import datetime
s=socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("127.0.0.1", 5550))
Time=str(datetime.now().time())
Sdata=Time.encode("UTF-8")
s.listen(5)
client, address = s.accept()
Request = client.recv(1024)
print(Request.decode("UTF-8"))
client.send(Sdata)
client.close()
