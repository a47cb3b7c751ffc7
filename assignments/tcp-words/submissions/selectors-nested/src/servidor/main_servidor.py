import os
import selectors
import socket
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from common import config

sel = selectors.DefaultSelector()


def aceitar(sock):
    cliente, endereco = sock.accept()
    print('novo cliente', endereco)
    cliente.setblocking(False)
    sel.register(cliente, selectors.EVENT_READ, ler)


def ler(cliente):
    dados = cliente.recv(config.TAMANHO)
    if not dados:
        # o cliente foi embora
        sel.unregister(cliente)
        cliente.close()
        return
    palavra = dados.decode().strip()
    cliente.send(f'{len(palavra)} caracteres; primeiro: {palavra[:1]}'.encode())


srv = socket.socket()
srv.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
srv.bind((config.HOST, config.PORTA))
srv.listen()
srv.setblocking(False)
sel.register(srv, selectors.EVENT_READ, aceitar)
while True:
    for chave, _ in sel.select():
        chave.data(chave.fileobj)
