import socket
s=socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("127.0.0.1", 5550))
s.listen(5)
client, address = s.accept()
print("client connected")
while True:
    Request = client.recv(1024)
    if Request:
        Rdata=Request.decode("UTF-8")
        print(Rdata)
        Sdata="%d %s" %(len(Rdata), Rdata[0])
        client.send(Sdata.encode("UTF-8"))
