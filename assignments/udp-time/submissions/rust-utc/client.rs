use std::net::UdpSocket;

fn main() -> std::io::Result<()> {
    let socket = UdpSocket::bind("0.0.0.0:0")?;
    socket.send_to(b"hey server, Set my time", "127.0.0.1:34254")?;
    let mut buf = [0; 1500];
    let (n, _src) = socket.recv_from(&mut buf)?;
    println!("time from server: {}", String::from_utf8_lossy(&buf[..n]));
    Ok(())
}
