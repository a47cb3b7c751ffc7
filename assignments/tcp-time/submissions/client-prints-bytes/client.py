#client
import socket
client=socket.socket(socket.AF_INET, socket.SOCK_STREAM)
print("1")
client.connect(("127.0.0.1",5550))
data="hey server, Set my time"
print("2")
dataE=data.encode("UTF-8")

client.send(dataE)
print("3")
Rdata = client.recv(1024)
print("4")
print("the Current time is: %s" %Rdata)
print("5")
client.close()
