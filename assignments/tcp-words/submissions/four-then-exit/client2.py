#client 2
import socket
client=socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect(("localhost",9999))
data="python"
client.send(data.encode("UTF-8"))
Rdata = client.recv(1024)
Rdata=str(Rdata.decode("UTF-8"))
print("the server said: %s" %Rdata)
client.close()
