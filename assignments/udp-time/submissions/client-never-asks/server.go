package main

import (
	"fmt"
	"net"
	"time"
)

func main() {
	addr := net.UDPAddr{Port: 9981, IP: net.ParseIP("127.0.0.1")}
	ser, err := net.ListenUDP("udp", &addr)
	if err != nil {
		fmt.Printf("Some error %v\n", err)
		return
	}
	p := make([]byte, 2048)
	for {
		n, remote, err := ser.ReadFromUDP(p)
		if err != nil {
			fmt.Printf("Some error %v", err)
			continue
		}
		fmt.Printf("Read a message from %v %s \n", remote, p[:n])
		ser.WriteToUDP([]byte(time.Now().Format("2006-01-02 15:04:05")), remote)
	}
}
