import socket

UDPServerSocket = socket.socket(family=socket.AF_INET, type=socket.SOCK_DGRAM)
UDPServerSocket.bind(("127.0.0.1", 20001))
print("UDP server up and listening")
while True:
    bytesAddressPair = UDPServerSocket.recvfrom(1024)
    message = bytesAddressPair[0].decode()
    address = bytesAddressPair[1]
    try:
        answer = "{} = {}".format(message, eval(message))
    except ZeroDivisionError:
        answer = "Error, division by zero"
    except Exception:
        answer = "Error, not a computation"
    UDPServerSocket.sendto(str.encode(answer), address)
