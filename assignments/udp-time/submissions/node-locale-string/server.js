const dgram = require("dgram");
const server = dgram.createSocket("udp4");

server.on("message", (msg, rinfo) => {
    console.log(`${rinfo.address}:${rinfo.port} asks: ${msg}`);
    const now = new Date().toLocaleString("en-US");
    server.send(now, rinfo.port, rinfo.address);
});

server.bind(3000, () => console.log("time server is running on port 3000"));
