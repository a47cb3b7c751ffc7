from socket import *

sock = socket(AF_INET, SOCK_DGRAM)
sock.sendto('hello Server'.encode('utf-8'), ('127.0.0.1', 11111))
data, server = sock.recvfrom(512)
print('server says', data)
print('address', server)
sock.close()
