import asyncio


async def ask_time(message):
    reader, writer = await asyncio.open_connection('127.0.0.1', 8888)
    writer.write(message.encode())
    await writer.drain()
    answer = await reader.read()
    print(f'Received: {answer.decode()!r}')
    writer.close()
    await writer.wait_closed()

asyncio.run(ask_time('hey server, Set my time'))
