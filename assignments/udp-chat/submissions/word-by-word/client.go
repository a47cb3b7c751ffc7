package main

import (
	"fmt"
	"net"
)

func main() {
	conn, err := net.Dial("udp", "127.0.0.1:1053")
	if err != nil {
		panic(err)
	}
	buf := make([]byte, 4096)
	for {
		var message string
		fmt.Print("Client: ")
		if _, err := fmt.Scan(&message); err != nil {
			return
		}
		conn.Write([]byte(message))
		n, err := conn.Read(buf)
		if err != nil {
			panic(err)
		}
		fmt.Println("Server:", string(buf[:n]))
	}
}
