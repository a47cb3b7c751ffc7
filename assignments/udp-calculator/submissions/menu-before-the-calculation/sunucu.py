from socket import AF_INET, SOCK_DGRAM, socket

islemler = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}

sunucu = socket(AF_INET, SOCK_DGRAM)
sunucu.bind(("localhost", 5550))
while True:
    istek, adres = sunucu.recvfrom(1024)
    try:
        a, islem, b = istek.decode("utf-8").split()
        cevap = str(islemler[islem](float(a), float(b)))
    except (ValueError, KeyError):
        cevap = "anlaşılmadı, örnek: 5 + 6"
    except ZeroDivisionError:
        cevap = "sıfıra bölünmez"
    sunucu.sendto(cevap.encode("utf-8"), adres)
