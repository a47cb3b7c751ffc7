import os
import socket
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from common import config

PALAVRAS = ['maçã', 'laranja', 'uva', 'abacaxi']

# python main_cliente.py 1   (ou 2, 3, 4)
try:
    numero = int(sys.argv[1])
except (IndexError, ValueError):
    numero = int(input('Numero do cliente (1-4): '))
palavra = PALAVRAS[numero - 1]

s = socket.socket()
s.connect((config.HOST, config.PORTA))
s.send(palavra.encode())
print(f'cliente {numero} ({palavra}):', s.recv(config.TAMANHO).decode())
s.close()
