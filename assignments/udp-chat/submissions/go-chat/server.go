package main

import (
	"bufio"
	"flag"
	"fmt"
	"net"
	"os"
)

func main() {
	address := flag.String("listen", "127.0.0.1:7654", "address to listen on")
	flag.Parse()
	conn, err := net.ListenPacket("udp4", *address)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	keyboard := bufio.NewScanner(os.Stdin)
	buf := make([]byte, 64*1024)
	for {
		n, from, err := conn.ReadFrom(buf)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return
		}
		fmt.Printf("%v: %s\n", from, buf[:n])
		fmt.Print("> ")
		if !keyboard.Scan() {
			return
		}
		conn.WriteTo(keyboard.Bytes(), from)
	}
}
