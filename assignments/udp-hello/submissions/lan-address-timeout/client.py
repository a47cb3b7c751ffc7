import socket

IP = "192.168.1.7"
PORT = 9090

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.settimeout(5)

try:
    client.sendto("hello Server".encode("utf-8"), (IP, PORT))
    data, addr = client.recvfrom(2048)
    print("Message from server:", data.decode("utf-8"))
    print("Server address:", addr)
except socket.timeout:
    print("no answer from the server :(")
finally:
    client.close()
