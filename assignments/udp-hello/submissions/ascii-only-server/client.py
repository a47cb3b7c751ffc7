import socket

# create the socket
cli = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
cli.sendto("hello Server".encode("utf-8"), ("127.0.0.1", 4444))
answer, sender = cli.recvfrom(1024)
print("answer:", answer.decode("utf-8"))
print("ip:", sender[0], "port:", sender[1])
cli.close()
