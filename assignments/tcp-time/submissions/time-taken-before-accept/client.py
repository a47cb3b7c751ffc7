#client
import socket
client=socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect(("127.0.0.1",5550))
client.send("hey server, Set my time".encode("UTF-8"))
Rdata = client.recv(1024)
print("the Current time is: %s" %Rdata.decode("UTF-8"))
client.close()
