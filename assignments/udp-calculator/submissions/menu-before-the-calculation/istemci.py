from socket import AF_INET, SOCK_DGRAM, socket

istemci = socket(AF_INET, SOCK_DGRAM)
while True:
    print("[1] Yeni işlem")
    print("[2] Programı kapat")
    secim = int(input("Seçiminiz: "))
    if secim == 2:
        break
    a = input("Birinci sayı: ")
    islem = input("İşlem: ")
    b = input("İkinci sayı: ")
    istemci.sendto(f"{a} {islem} {b}".encode("utf-8"), ("localhost", 5550))
    print("Sonuç:", istemci.recvfrom(1024)[0].decode("utf-8"))
