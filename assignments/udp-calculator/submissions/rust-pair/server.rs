use std::net::UdpSocket;

fn calc(text: &str) -> Result<f64, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() != 3 {
        return Err("please send a number, an operator and a number".to_string());
    }
    let a: f64 = words[0].parse().map_err(|_| format!("{} is not a number", words[0]))?;
    let b: f64 = words[2].parse().map_err(|_| format!("{} is not a number", words[2]))?;
    match words[1] {
        "+" => Ok(a + b),
        "-" => Ok(a - b),
        "*" => Ok(a * b),
        "/" if b == 0.0 => Err("division by zero".to_string()),
        "/" => Ok(a / b),
        other => Err(format!("unknown operator {}", other)),
    }
}

fn main() -> std::io::Result<()> {
    let socket = UdpSocket::bind("127.0.0.1:34254")?;
    let mut buf = [0u8; 512];
    loop {
        let (n, from) = socket.recv_from(&mut buf)?;
        let text = String::from_utf8_lossy(&buf[..n]).to_string();
        let reply = match calc(&text) {
            Ok(v) => format!("{} = {}", text.trim(), v),
            Err(e) => format!("Error: {}", e),
        };
        socket.send_to(reply.as_bytes(), from)?;
    }
}
