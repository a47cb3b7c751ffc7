def server(word):
    return len(word), word[0]
