package main

import (
	"fmt"
	"net"
	"time"
)

func main() {
	l, err := net.Listen("tcp4", "127.0.0.1:5151")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer l.Close()
	for {
		c, err := l.Accept()
		if err != nil {
			fmt.Println(err)
			return
		}
		buf := make([]byte, 512)
		n, _ := c.Read(buf)
		fmt.Println("request:", string(buf[:n]))
		c.Write([]byte(time.Now().Format("15:04:05.000000")))
		c.Close()
	}
}
