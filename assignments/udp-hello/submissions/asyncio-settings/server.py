import asyncio
import settings


class GreetingProtocol(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        text = data.decode(settings.ENCODING)
        print("received:", text)
        self.transport.sendto("Hello Client!".encode(settings.ENCODING), addr)


async def main():
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(
        GreetingProtocol, local_addr=(settings.HOST, settings.PORT))
    try:
        await asyncio.sleep(3600)
    finally:
        transport.close()

asyncio.run(main())
