# Calculator server, requests look like (+, 5, 6)
from socket import *

serverPort = 12000
serverSocket = socket(AF_INET, SOCK_DGRAM)
serverSocket.bind(('', serverPort))
print('The server is ready to receive')
while True:
    message, clientAddress = serverSocket.recvfrom(2048)
    try:
        request = message.decode().strip()
        if not (request.startswith('(') and request.endswith(')')):
            raise ValueError
        op, first, second = [p.strip() for p in request[1:-1].split(',')]
        first = float(first)
        second = float(second)
        if op == '+':
            answer = str(first + second)
        elif op == '-':
            answer = str(first - second)
        elif op == '*':
            answer = str(first * second)
        elif op == '/':
            answer = str(first / second)
        else:
            answer = 'unknown operator ' + op
    except ZeroDivisionError:
        answer = 'cannot divide by zero'
    except ValueError:
        answer = 'bad request, write it like (+, a, b)'
    serverSocket.sendto(answer.encode(), clientAddress)
