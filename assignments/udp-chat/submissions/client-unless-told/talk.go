package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
)

func talk() {
	socket, err := net.Dial("udp4", address)
	if err != nil {
		panic(err)
	}
	keys := bufio.NewScanner(os.Stdin)
	room := make([]byte, 4096)
	for fmt.Print("you: "); keys.Scan(); fmt.Print("you: ") {
		socket.Write(keys.Bytes())
		size, err := socket.Read(room)
		if err != nil {
			panic(err)
		}
		fmt.Printf("they: %s\n", room[:size])
	}
}
