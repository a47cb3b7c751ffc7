import socket

istemci = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
istemci.sendto("saat kaç?".encode("utf-8"), ("127.0.0.1", 7123))
cevap, adres = istemci.recvfrom(1024)
print("Sunucunun saati:", cevap.decode("utf-8"))
istemci.close()
