import socket

request = input("Your request (time/quit): ")
while request not in ("time", "quit"):
    request = input("Only one of those (time/quit): ")
if request == "time":
    client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    client.sendto(b"what time is it?", ("localhost", 5550))
    print("It is", client.recvfrom(1024)[0].decode("utf-8"))
