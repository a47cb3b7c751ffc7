import socket

IP = "0.0.0.0"
PORT = 6789

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind((IP, PORT))
print(f"Chat server on {IP}:{PORT}, write 'bye' to leave")

while True:
    message, client_address = server.recvfrom(4096)
    message = message.decode()
    print(f"{client_address[0]}:{client_address[1]} says: {message}")
    if message == "bye":
        print("The client left.")
        break
    reply = input("You: ")
    server.sendto(reply.encode(), client_address)
    if reply == "bye":
        break
server.close()
