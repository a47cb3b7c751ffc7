use std::net::UdpSocket;

fn main() {
    let socket = UdpSocket::bind("0.0.0.0:0").expect("could not bind");
    let mut line = String::new();
    while std::io::stdin().read_line(&mut line).unwrap() > 0 {
        socket.send_to(line.trim().as_bytes(), "127.0.0.1:4242").unwrap();
        let mut buffer = [0; 1024];
        let (size, _) = socket.recv_from(&mut buffer).unwrap();
        println!("{}", String::from_utf8_lossy(&buffer[..size]));
        line.clear();
    }
}
