package main

import (
	"bufio"
	"fmt"
	"net"
	"time"
)

func main() {
	l, err := net.Listen("tcp", "localhost:3033")
	if err != nil {
		panic(err)
	}
	for {
		c, err := l.Accept()
		if err != nil {
			panic(err)
		}
		go func() {
			defer c.Close()
			request, _ := bufio.NewReader(c).ReadString('\n')
			fmt.Print("request: ", request)
			fmt.Fprintln(c, time.Now().Format("15:04:05.000"))
		}()
	}
}
