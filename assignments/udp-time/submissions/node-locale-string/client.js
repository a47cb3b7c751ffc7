const dgram = require("dgram");
const readline = require("readline");

const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
const client = dgram.createSocket("udp4");

client.on("message", (msg) => {
    console.log("Time: " + msg.toString());
    client.close();
    rl.close();
});

rl.question("Press enter to get the time ", () => {
    client.send("hey server, Set my time", 3000, "localhost");
});
