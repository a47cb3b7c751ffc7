import socket


def mask(data, key):
    return bytes(byte ^ key for byte in data)


word = input("Your word: ")
with socket.create_connection(("127.0.0.1", 7272)) as sock:
    sock.sendall(mask(word.encode(), 0xC3))
    back = mask(sock.recv(1024), 0xA5).decode()
    print(len(back), "characters, the first is", back[0])
