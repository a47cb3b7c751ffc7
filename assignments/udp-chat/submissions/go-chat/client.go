package main

import (
	"bufio"
	"flag"
	"fmt"
	"net"
	"os"
)

func main() {
	address := flag.String("server", "127.0.0.1:7654", "address of the server")
	flag.Parse()
	conn, err := net.Dial("udp4", *address)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	keyboard := bufio.NewScanner(os.Stdin)
	buf := make([]byte, 64*1024)
	for fmt.Print("> "); keyboard.Scan(); fmt.Print("> ") {
		conn.Write(keyboard.Bytes())
		n, err := conn.Read(buf)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return
		}
		fmt.Printf("server: %s\n", buf[:n])
	}
}
