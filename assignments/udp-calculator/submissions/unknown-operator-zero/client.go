package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
)

func main() {
	conn, err := net.Dial("udp", "127.0.0.1:2000")
	if err != nil {
		panic(err)
	}
	reader := bufio.NewReader(os.Stdin)
	fmt.Print("Enter computation: ")
	line, _ := reader.ReadString('\n')
	conn.Write([]byte(line))
	answer := make([]byte, 1024)
	n, _ := conn.Read(answer)
	fmt.Println("Answer:", string(answer[:n]))
}
