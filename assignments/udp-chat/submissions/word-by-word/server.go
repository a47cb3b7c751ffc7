package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strings"
)

func main() {
	pc, err := net.ListenPacket("udp", "127.0.0.1:1053")
	if err != nil {
		panic(err)
	}
	in := bufio.NewReader(os.Stdin)
	buf := make([]byte, 4096)
	for {
		n, addr, err := pc.ReadFrom(buf)
		if err != nil {
			panic(err)
		}
		fmt.Println("Client:", string(buf[:n]))
		fmt.Print("Server: ")
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		pc.WriteTo([]byte(strings.TrimSpace(line)), addr)
	}
}
