import asyncio


async def ask(word):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    writer.write(word.encode())
    await writer.drain()
    answer = await reader.read()
    print(f"{word}: {answer.decode()}")
    writer.close()


async def main():
    await asyncio.gather(ask("tree"), ask("house"), ask("mountain"), ask("sky"))


asyncio.run(main())
