from lib.peers import Client

Client("localhost", 14251).run()
