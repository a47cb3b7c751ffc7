import socket, pickle

ServerSocket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
ServerSocket.bind(("127.0.0.1", 6789))

def calc(n1, n2, oper):
    if oper == "+": return n1 + n2
    if oper == "-": return n1 - n2
    if oper == "*": return n1 * n2
    if oper == "/":
        if n2 == 0: return "Division by zero is not possible"
        return n1 / n2
    return "Unknown operation"

while 1:
    data, address = ServerSocket.recvfrom(1024)
    try:
        n1, n2, oper = pickle.loads(data)
        print("Client", address, ":", n1, oper, n2)
        res = calc(n1, n2, oper)
    except Exception:
        res = "I can not read this"
    ServerSocket.sendto(pickle.dumps(res), address)
