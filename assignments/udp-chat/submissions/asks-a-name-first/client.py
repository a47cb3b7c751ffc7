from socket import AF_INET, SOCK_DGRAM, socket

имя = input("Как вас зовут? ")
клиент = socket(AF_INET, SOCK_DGRAM)
while True:
    строка = input(f"{имя}> ")
    клиент.sendto(f"{имя}: {строка}".encode("utf-8"), ("localhost", 5550))
    print(клиент.recvfrom(4096)[0].decode("utf-8"))
