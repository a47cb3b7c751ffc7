import socket

host = socket.gethostbyname(socket.gethostname())
port = 20001

c = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
c.sendto(bytes("hello Server\n", "utf-8"), (host, port))
received, who = c.recvfrom(1024)

print("Sent:     hello Server")
print("Received: {}".format(str(received, "utf-8")))
print("Address:  {}:{}".format(*who))
