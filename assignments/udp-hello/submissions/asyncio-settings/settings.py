# shared by the two programs
HOST = "127.0.0.1"
PORT = 5005
ENCODING = "utf-8"
