import socket

HOST = 'localhost'
PORT = 9999


def calculate(text):
    parts = text.split()
    if len(parts) != 3:
        return 'Error: please write number operator number'
    a, op, b = parts
    try:
        a = float(a)
        b = float(b)
    except ValueError:
        return 'Error: these are not numbers'
    if op == '+':
        result = a + b
    elif op == '-':
        result = a - b
    elif op == '*':
        result = a * b
    elif op == '/':
        if b == 0:
            return 'Error: division by zero'
        result = a / b
    else:
        return 'Error: I do not know this operator'
    if result == int(result):
        result = int(result)
    return 'Result: ' + str(result)


sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((HOST, PORT))
print('Calculator server is running on port', PORT)
while True:
    data, addr = sock.recvfrom(2048)
    text = data.decode()
    print(addr, 'asks', text)
    answer = calculate(text)
    sock.sendto(answer.encode(), addr)
