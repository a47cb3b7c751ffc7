package main

import (
	"fmt"
	"io"
	"net"
	"os"
)

func main() {
	c, err := net.Dial("tcp", "localhost:3033")
	if err != nil {
		panic(err)
	}
	fmt.Fprintln(c, "hey server, Set my time")
	go io.Copy(os.Stdout, c)
	select {}
}
