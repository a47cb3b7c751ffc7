use std::net::UdpSocket;

fn main() {
    let socket = UdpSocket::bind("0.0.0.0:4242").expect("could not bind");
    let mut buffer = [0; 1024];
    loop {
        let (size, sender) = socket.recv_from(&mut buffer).unwrap();
        let request = std::str::from_utf8(&buffer[..size]).unwrap();
        let mut words = request.split_whitespace();
        let a: f64 = words.next().unwrap().parse().unwrap();
        let op = words.next().unwrap();
        let b: f64 = words.next().unwrap().parse().unwrap();
        let answer = match op {
            "+" => (a + b).to_string(),
            "-" => (a - b).to_string(),
            "*" => (a * b).to_string(),
            "/" if b == 0.0 => "cannot divide by zero".to_string(),
            "/" => (a / b).to_string(),
            _ => "unknown operator".to_string(),
        };
        socket.send_to(answer.as_bytes(), sender).unwrap();
    }
}
