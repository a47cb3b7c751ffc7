from socket import *

serverName = '127.0.0.1'
serverPort = 12000
clientSocket = socket(AF_INET, SOCK_DGRAM)
op = input('Operator (+ - * /): ')
first = input('First number: ')
second = input('Second number: ')
message = '(' + op + ', ' + first + ', ' + second + ')'
clientSocket.sendto(message.encode(), (serverName, serverPort))
modifiedMessage, serverAddress = clientSocket.recvfrom(2048)
print('From server:', modifiedMessage.decode())
clientSocket.close()
