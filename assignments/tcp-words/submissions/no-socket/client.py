from server import server

for i in range(4):
    word = input("client %d, enter your word: " % (i + 1))
    print(server(word))
