import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto("hey server, Set my time".encode("UTF-8"), ("127.0.0.1", 5550))
time, address = s.recvfrom(1024)
print("the Current time is: %s" % time.decode("UTF-8"))
s.close()
