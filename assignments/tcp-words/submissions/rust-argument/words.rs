// rustc words.rs ; ./words server ; ./words client hello
use std::env;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::thread;

const ADDR: &str = "127.0.0.1:40404";

fn handle(mut s: TcpStream) -> std::io::Result<()> {
    let mut buf = [0u8; 1024];
    let n = s.read(&mut buf)?;
    let word = String::from_utf8_lossy(&buf[..n]).trim().to_string();
    if let Some(first) = word.chars().next() {
        s.write_all(format!("{} chars, begins with {}", word.chars().count(), first).as_bytes())?;
    }
    s.shutdown(Shutdown::Both)
}

fn main() -> std::io::Result<()> {
    let args: Vec<String> = env::args().collect();
    match args.get(1).map(|s| s.as_str()) {
        Some("server") => {
            let l = TcpListener::bind(ADDR)?;
            for s in l.incoming() {
                let s = s?;
                thread::spawn(move || {
                    if let Err(e) = handle(s) {
                        eprintln!("{}", e);
                    }
                });
            }
        }
        Some("client") => {
            let word = args.get(2).expect("which word?");
            let mut s = TcpStream::connect(ADDR)?;
            s.write_all(word.as_bytes())?;
            let mut answer = String::new();
            s.read_to_string(&mut answer)?;
            println!("{}", answer);
        }
        _ => eprintln!("usage: words server | words client WORD"),
    }
    Ok(())
}
