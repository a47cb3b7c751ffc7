import socket

SERVER = ("127.0.0.1", 6789)

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print("Welcome to the chat, write 'bye' to leave")
while True:
    message = input("You: ")
    client.sendto(message.encode(), SERVER)
    if message == "bye":
        break
    reply, _ = client.recvfrom(4096)
    reply = reply.decode()
    print("Friend:", reply)
    if reply == "bye":
        break
client.close()
