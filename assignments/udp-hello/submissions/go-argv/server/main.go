package main

import (
	"fmt"
	"net"
	"os"
)

func main() {
	port := "7777"
	if len(os.Args) > 1 {
		port = os.Args[1]
	}

	addr, err := net.ResolveUDPAddr("udp4", ":"+port)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	conn, err := net.ListenUDP("udp4", addr)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	defer conn.Close()

	buffer := make([]byte, 2048)
	for {
		n, who, err := conn.ReadFromUDP(buffer)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println("->", string(buffer[:n]))
		conn.WriteToUDP([]byte("Hello Client"), who)
	}
}
