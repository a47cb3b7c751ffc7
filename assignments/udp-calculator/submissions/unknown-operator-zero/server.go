package main

import (
	"fmt"
	"net"
)

func main() {
	addr := net.UDPAddr{Port: 2000, IP: net.ParseIP("127.0.0.1")}
	conn, err := net.ListenUDP("udp", &addr)
	if err != nil {
		panic(err)
	}
	buffer := make([]byte, 1024)
	for {
		n, remote, err := conn.ReadFromUDP(buffer)
		if err != nil {
			continue
		}
		var a, b, result float64
		var op string
		fmt.Sscan(string(buffer[:n]), &a, &op, &b)
		switch op {
		case "+":
			result = a + b
		case "-":
			result = a - b
		case "*":
			result = a * b
		case "/":
			if b == 0 {
				conn.WriteToUDP([]byte("cannot divide by zero"), remote)
				continue
			}
			result = a / b
		}
		conn.WriteToUDP([]byte(fmt.Sprint(result)), remote)
	}
}
