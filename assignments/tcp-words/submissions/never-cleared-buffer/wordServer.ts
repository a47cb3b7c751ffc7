import { createServer, Socket } from "net";

let received = "";

const server = createServer((socket: Socket) => {
  socket.on("data", (data: Buffer) => {
    received += data.toString();
    const word = received.trim();
    socket.write(`${[...word].length} ${[...word][0]}`);
    socket.end();
  });
  socket.on("error", (err: Error) => console.error(err.message));
});

server.listen(8124, "127.0.0.1", () => {
  console.log("server bound");
});
