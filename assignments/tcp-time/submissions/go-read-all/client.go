package main

import (
	"fmt"
	"io"
	"net"
	"os"
)

func main() {
	address := "127.0.0.1:8081"
	if len(os.Args) == 2 {
		address = os.Args[1]
	}
	conn, err := net.Dial("tcp", address)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	defer conn.Close()
	fmt.Fprintln(conn, "hey server, Set my time")
	answer, err := io.ReadAll(conn)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Printf("The time is now %s", answer)
}
