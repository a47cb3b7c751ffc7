import { createConnection } from "net";

const word: string | undefined = process.argv[2];
if (!word) {
  console.error("usage: wordClient WORD");
  process.exit(1);
}

const client = createConnection({ host: "127.0.0.1", port: 8124 }, () => {
  client.write(word);
});
client.on("data", (data: Buffer) => {
  console.log("server says", data.toString());
  client.end();
});
