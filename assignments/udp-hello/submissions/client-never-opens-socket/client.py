# client
server = ("127.0.0.1", 5550)
message = "hello Server"
print("sending", message, "to", server)
reply = "Hello Client"
print(reply, server)
