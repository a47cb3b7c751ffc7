import socket

client_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client_socket.sendto('hello Server'.encode('utf-8'), ('127.0.0.1', 6789))
msg, addr = client_socket.recvfrom(1024)
print('Server:', msg.decode('utf-8'), 'address:', addr)
client_socket.close()
