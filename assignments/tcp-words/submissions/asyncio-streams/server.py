import asyncio


async def handle_word(reader, writer):
    data = await reader.read(1000)
    word = data.decode().strip()
    print("received", repr(word))
    writer.write(f"number of characters = {len(word)} , beginning character = {word[0]}".encode())
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(handle_word, "127.0.0.1", 8888)
    async with server:
        await server.serve_forever()


asyncio.run(main())
