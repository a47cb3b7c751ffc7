package main

import (
	"fmt"
	"net"
	"time"
)

func main() {
	conn, err := net.Dial("udp", "127.0.0.1:1053")
	if err != nil {
		panic(err)
	}
	defer conn.Close()
	fmt.Fprint(conn, "hello Server")
	buf := make([]byte, 1024)
	conn.SetReadDeadline(time.Now())
	conn.Read(buf)
	fmt.Println("reply:", string(buf), "from", conn.RemoteAddr())
}
