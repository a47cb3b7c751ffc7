import socket
client=socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect(("127.0.0.1",5550))
data=input("Enter your word: ")
client.send(data.encode("UTF-8"))
Rdata = client.recv(1024)
print(Rdata.decode("UTF-8"))
client.close()
