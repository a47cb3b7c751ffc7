from socket import *

client = socket(AF_INET, SOCK_DGRAM)
client.sendto("Hello from the client".encode(), ("localhost", 5562))
text, sender = client.recvfrom(2048)
print("Server", sender, "says", text.decode())
client.close()
input("Press Enter to close this window")
