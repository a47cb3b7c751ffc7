// node app.js server   or   node app.js client
const dgram = require("dgram");
const PORT = 5300;
const mode = process.argv[2];
const sock = dgram.createSocket("udp4");

if (mode === "server") {
  sock.on("message", (m, r) => {
    const [a, op, b] = m.toString().trim().split(" ");
    const x = Number(a), y = Number(b);
    let res;
    if (op === "+") res = x + y;
    else if (op === "-") res = x - y;
    else if (op === "*") res = x * y;
    else if (op === "/") res = y === 0 ? "division by zero" : x / y;
    if (res === undefined || Number.isNaN(res)) res = "what do you mean?";
    sock.send(String(res), r.port, r.address);
  });
  sock.bind(PORT);
} else if (mode === "client") {
  const rl = require("readline").createInterface({ input: process.stdin, output: process.stdout });
  rl.question("Computation: ", (q) => {
    sock.send(q, PORT, "127.0.0.1", () => console.log("Computation sent to the server"));
    rl.close();
  });
  sock.on("message", (m) => {
    const result = m.toString();
    console.log("Answer received, thank you for using the calculator");
    sock.close();
  });
} else {
  console.log("server or client?");
}
