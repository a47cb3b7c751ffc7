from socket import *

sock = socket(AF_INET, SOCK_DGRAM)
sock.bind(('', 11111))
data, client = sock.recvfrom(512)
print('client says', data.decode('utf-8'))
sock.sendto('Hello Client'.encode('utf-8'), client)
sock.close()
