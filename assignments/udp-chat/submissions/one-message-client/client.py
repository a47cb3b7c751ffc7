import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
text = input("Your turn: ")
s.sendto(text.encode("utf-8"), ("127.0.0.1", 5554))
data, address = s.recvfrom(4096)
print("server:", data.decode("utf-8"))
s.close()
