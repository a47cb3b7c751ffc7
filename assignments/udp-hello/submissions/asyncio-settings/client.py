import asyncio
import settings


class Client(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done = done

    def connection_made(self, transport):
        transport.sendto("hello Server".encode(settings.ENCODING))

    def datagram_received(self, data, addr):
        print("The server at", addr, "says", repr(data.decode(settings.ENCODING)))
        self.done.set_result(True)


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    transport, _ = await loop.create_datagram_endpoint(
        lambda: Client(done), remote_addr=(settings.HOST, settings.PORT))
    await done
    transport.close()

asyncio.run(main())
