use std::io::{stdin, stdout, Write};
use std::net::UdpSocket;

fn main() -> std::io::Result<()> {
    let socket = UdpSocket::bind(("127.0.0.1", 0))?;
    socket.connect(("127.0.0.1", 8989))?;
    let mut buf = vec![0u8; 65536];
    loop {
        print!("message: ");
        stdout().flush()?;
        let mut line = String::new();
        if stdin().read_line(&mut line)? == 0 {
            return Ok(());
        }
        socket.send(line.trim_end().as_bytes())?;
        let n = socket.recv(&mut buf)?;
        println!("{}", String::from_utf8_lossy(&buf[..n]));
    }
}
