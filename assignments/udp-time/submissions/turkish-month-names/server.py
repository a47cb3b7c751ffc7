import socket
from datetime import datetime

AYLAR = ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"]

sunucu = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sunucu.bind(("127.0.0.1", 7123))
while True:
    istek, adres = sunucu.recvfrom(1024)
    simdi = datetime.now()
    cevap = f"Tarih: {simdi.day} {AYLAR[simdi.month - 1]} {simdi.year} Saat: {simdi:%H:%M:%S}"
    sunucu.sendto(cevap.encode("utf-8"), adres)
