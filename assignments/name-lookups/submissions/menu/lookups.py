import socket


def adres():
    ad = input("Host adi: ")
    try:
        ip = socket.gethostbyname(ad)
        print(ad, "->", ip)
        print(ip, "->", socket.gethostbyaddr(ip)[0])
    except OSError as hata:
        print("Bulunamadi:", hata)


def isim():
    ip = input("IP adresi: ")
    try:
        print(ip, "->", socket.gethostbyaddr(ip))
    except OSError as hata:
        print("Bulunamadi:", hata)


def port():
    servis = input("Servis adi: ")
    try:
        print("Port:", socket.getservbyname(servis))
    except OSError:
        print("Boyle bir servis yok")


def servis():
    try:
        print("Servis:", socket.getservbyport(int(input("Port numarasi: "))))
    except (OSError, ValueError):
        print("Bu portun servisi bilinmiyor")


isler = {"1": adres, "2": isim, "3": port, "4": servis}
while True:
    print("\n1) Isimden adres\n2) Adresten isim\n3) Servisten port\n4) Porttan servis\n5) Bilgisayarin adi\n0) Cikis")
    secim = input("Seciminiz: ").strip()
    if secim == "0":
        break
    if secim == "5":
        print("Bilgisayar adi:", socket.gethostname())
    elif secim in isler:
        isler[secim]()
    else:
        print("Yanlis secim")
