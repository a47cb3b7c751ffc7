package main

import (
	"fmt"
	"net"
)

func main() {
	pc, err := net.ListenPacket("udp", "127.0.0.1:1053")
	if err != nil {
		panic(err)
	}
	defer pc.Close()
	buf := make([]byte, 1024)
	n, addr, err := pc.ReadFrom(buf)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(buf[:n]))
	pc.WriteTo([]byte("Hello Client"), addr)
}
