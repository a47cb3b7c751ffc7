import ast
import operator
import socket

OPS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def value(node):
    """Value of a parsed expression, numbers and the four operators only."""
    if isinstance(node, ast.Expression):
        return value(node.body)
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return node.value
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -value(node.operand)
    if isinstance(node, ast.BinOp) and type(node.op) in OPS:
        return OPS[type(node.op)](value(node.left), value(node.right))
    raise ValueError('not supported')


def main():
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(('0.0.0.0', 20001))
    while True:
        request, client = server.recvfrom(1024)
        try:
            result = value(ast.parse(request.decode().strip(), mode='eval'))
            response = str(result)
        except ZeroDivisionError:
            response = 'Error: division by zero'
        except Exception as problem:
            response = 'Error: cannot compute this'
            print('problem with', request, ':', problem)
        server.sendto(response.encode(), client)


main()
