from socket import AF_INET, SOCK_DGRAM, socket

имя = input("Как вас зовут? ")
сервер = socket(AF_INET, SOCK_DGRAM)
сервер.bind(("localhost", 5550))
while True:
    данные, адрес = сервер.recvfrom(4096)
    print(данные.decode("utf-8"))
    сервер.sendto(f"{имя}: {input('Ответ: ')}".encode("utf-8"), адрес)
