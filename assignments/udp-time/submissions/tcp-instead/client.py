import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect(("127.0.0.1", 5550))
s.send("hey server, Set my time".encode("UTF-8"))
print("the Current time is: %s" % s.recv(1024).decode("UTF-8"))
s.close()
