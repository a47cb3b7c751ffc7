import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
message = "hey server, Set my time"
s.sendto(message.encode("utf-8"))
answer, address = s.recvfrom(1024)
print("the Current time is:", answer.decode("utf-8"))
s.close()
