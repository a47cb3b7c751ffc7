package main

import (
	"bufio"
	"fmt"
	"net"
)

func main() {
	p := make([]byte, 2048)
	conn, err := net.Dial("udp", "127.0.0.1:9981")
	if err != nil {
		fmt.Printf("Some error %v", err)
		return
	}
	n, err := bufio.NewReader(conn).Read(p)
	if err == nil {
		fmt.Printf("%s\n", p[:n])
	} else {
		fmt.Printf("Some error %v\n", err)
	}
	conn.Close()
}
