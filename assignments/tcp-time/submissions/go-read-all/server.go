package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	ln, err := net.Listen("tcp", ":8081")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("Launching server...")
	for {
		conn, err := ln.Accept()
		if err != nil {
			continue
		}
		go func(c net.Conn) {
			defer c.Close()
			// the request may come without a newline
			c.SetReadDeadline(time.Now().Add(500 * time.Millisecond))
			line, _ := bufio.NewReader(c).ReadString('\n')
			fmt.Println("Message Received:", line)
			fmt.Fprintf(c, "%s\n", time.Now().Format("3:04:05PM 2 Jan 2006"))
		}(conn)
	}
}
