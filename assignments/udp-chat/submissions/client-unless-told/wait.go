package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strings"
)

func wait() {
	socket, err := net.ListenPacket("udp4", address)
	if err != nil {
		panic(err)
	}
	keys := bufio.NewScanner(os.Stdin)
	room := make([]byte, 4096)
	for {
		size, from, err := socket.ReadFrom(room)
		if err != nil {
			panic(err)
		}
		fmt.Printf("they: %s\nyou: ", strings.TrimSpace(string(room[:size])))
		if !keys.Scan() {
			return
		}
		socket.WriteTo(keys.Bytes(), from)
	}
}
