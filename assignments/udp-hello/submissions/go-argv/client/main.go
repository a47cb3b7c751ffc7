package main

import (
	"fmt"
	"net"
	"os"
)

// usage: go run main.go [host] [port]
func main() {
	host, port := "127.0.0.1", "7777"
	if len(os.Args) > 1 {
		host = os.Args[1]
	}
	if len(os.Args) > 2 {
		port = os.Args[2]
	}

	server, err := net.ResolveUDPAddr("udp4", net.JoinHostPort(host, port))
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	conn, err := net.ListenUDP("udp4", nil)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	defer conn.Close()

	conn.WriteToUDP([]byte("hello Server"), server)

	buffer := make([]byte, 2048)
	n, from, err := conn.ReadFromUDP(buffer)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("Reply: %s\nfrom %v\n", buffer[:n], from)
}
