from lib.peers import Server

Server(14251).run()
