import datetime

def server_time(request):
    if request == "hey server, Set my time":
        return str(datetime.datetime.now().time())

print("the Current time is:", server_time("hey server, Set my time"))
