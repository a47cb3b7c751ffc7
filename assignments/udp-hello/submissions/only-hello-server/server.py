import socket

server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server_socket.bind(('127.0.0.1', 6789))
print('UDP server up and listening')

while True:
    msg, addr = server_socket.recvfrom(1024)
    text = msg.decode('utf-8')
    print('Client:', text)
    if text == 'hello Server':
        server_socket.sendto('Hello Client'.encode('utf-8'), addr)
