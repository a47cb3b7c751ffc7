use std::net::UdpSocket;
use std::time::{SystemTime, UNIX_EPOCH};

// days since 1970-01-01 -> (year, month, day)
fn date(mut days: u64) -> (u64, u64, u64) {
    let leap = |y: u64| (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    let mut year = 1970;
    loop {
        let length = if leap(year) { 366 } else { 365 };
        if days < length {
            break;
        }
        days -= length;
        year += 1;
    }
    let february = if leap(year) { 29 } else { 28 };
    let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while days >= months[month] {
        days -= months[month];
        month += 1;
    }
    (year, month as u64 + 1, days + 1)
}

fn main() -> std::io::Result<()> {
    let socket = UdpSocket::bind("127.0.0.1:34254")?;
    let mut buf = [0; 1500];
    loop {
        let (n, src) = socket.recv_from(&mut buf)?;
        println!("{} bytes from {}", n, src);
        let secs = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let (y, m, d) = date(secs / 86400);
        let answer = format!(
            "{:04}-{:02}-{:02} {:02}:{:02}:{:02} UTC",
            y, m, d, secs / 3600 % 24, secs / 60 % 60, secs % 60
        );
        socket.send_to(answer.as_bytes(), src)?;
    }
}
