# calculator client
def calculate(a, op, b):
    if op == "+":
        return a + b
    if op == "-":
        return a - b
    if op == "*":
        return a * b
    if op == "/":
        return a / b

a = float(input("First number: "))
op = input("Operator: ")
b = float(input("Second number: "))
print("Sending to localhost 15000 ...")
print("Result:", calculate(a, op, b))
