package main

import (
	"fmt"
	"log"
	"net"
	"strings"
	"unicode/utf8"
)

func serve(conn net.Conn) {
	defer conn.Close()
	buf := make([]byte, 1024)
	n, err := conn.Read(buf)
	if err != nil {
		return
	}
	word := strings.TrimSpace(string(buf[:n]))
	first, _ := utf8.DecodeRuneInString(word)
	fmt.Fprintf(conn, "chars=%d begin=%c\n", utf8.RuneCountInString(word), first)
}

func main() {
	ln, err := net.Listen("tcp", ":7777")
	if err != nil {
		log.Fatal(err)
	}
	for {
		conn, err := ln.Accept()
		if err != nil {
			log.Println(err)
			continue
		}
		go serve(conn)
	}
}
