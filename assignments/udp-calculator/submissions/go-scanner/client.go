package main

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"os"
)

func main() {
	conn, err := net.Dial("udp", "127.0.0.1:3333")
	if err != nil {
		log.Fatal(err)
	}
	defer conn.Close()
	scanner := bufio.NewScanner(os.Stdin)
	reply := make([]byte, 1500)
	for scanner.Scan() {
		if scanner.Text() == "" {
			continue
		}
		fmt.Fprint(conn, scanner.Text())
		n, err := conn.Read(reply)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Print(string(reply[:n]))
	}
}
