import socket

SERVER = ('localhost', 9999)

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print('UDP calculator. Type exit to leave.')
while True:
    line = input('calc> ')
    if line.strip().lower() == 'exit':
        break
    if line.strip() == '':
        continue
    sock.sendto(line.encode(), SERVER)
    answer, _ = sock.recvfrom(2048)
    print(answer.decode())
sock.close()
