package main

import (
	"fmt"
	"net"
	"time"
)

func main() {
	c, err := net.Dial("tcp4", "127.0.0.1:5151")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer c.Close()
	c.Write([]byte("hey server, Set my time"))
	buf := make([]byte, 512)
	c.Read(buf)
	fmt.Println("the current time is", time.Now().Format("15:04:05"))
}
