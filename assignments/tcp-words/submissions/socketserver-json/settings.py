HOST = "localhost"
PORT = 5005
