import re
import socketserver

NUMBER = r'([+-]?(?:\d+\.?\d*|\.\d+))'
EXPRESSION = re.compile(r'^\s*' + NUMBER + r'\s*([-+*/])\s*' + NUMBER + r'\s*$')


class CalculatorHandler(socketserver.BaseRequestHandler):
    def handle(self):
        data, sock = self.request
        text = data.decode('utf-8', errors='replace').strip()
        m = EXPRESSION.match(text)
        if m is None:
            reply = 'Sorry, I did not understand that.'
        else:
            x, op, y = float(m.group(1)), m.group(2), float(m.group(3))
            if op == '/' and y == 0:
                reply = 'Sorry, nobody can divide by zero.'
            else:
                value = {'+': x + y, '-': x - y, '*': x * y, '/': x / y if y else None}[op]
                reply = '%s %s %s = %s' % (m.group(1), op, m.group(3), '%.12g' % value)
        sock.sendto(reply.encode('utf-8'), self.client_address)


if __name__ == '__main__':
    with socketserver.UDPServer(('', 12345), CalculatorHandler) as server:
        server.serve_forever()
