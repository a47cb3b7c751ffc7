import socket
c = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
c.connect(("127.0.0.1", 9191))
word = input("word: ")
c.sendall(word.encode("utf-8"))
c.recv(1024)
print("The number of characters is", len(word))
print("The first character is", word[0])
c.close()
