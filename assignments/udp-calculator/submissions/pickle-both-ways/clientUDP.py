import socket, pickle

ClientSocket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
n1 = float(input("Enter number 1: "))
n2 = float(input("Enter number 2: "))
oper = input("Enter operation (+,-,*,/): ").strip()
ClientSocket.sendto(pickle.dumps([n1, n2, oper]), ("127.0.0.1", 6789))
data, address = ClientSocket.recvfrom(1024)
print("Result =", pickle.loads(data))
ClientSocket.close()
