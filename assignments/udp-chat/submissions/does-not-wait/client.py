import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print("write your messages")
while True:
    text = input("> ")
    if text == "bye":
        break
    s.sendto(text.encode("utf-8"), ("127.0.0.1", 5553))
s.close()
