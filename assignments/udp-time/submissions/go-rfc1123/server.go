package main

import (
	"log"
	"net"
	"time"
)

func main() {
	pc, err := net.ListenPacket("udp", ":8053")
	if err != nil {
		log.Fatal(err)
	}
	defer pc.Close()

	for {
		buf := make([]byte, 1024)
		n, addr, err := pc.ReadFrom(buf)
		if err != nil {
			continue
		}
		go serve(pc, addr, buf[:n])
	}
}

func serve(pc net.PacketConn, addr net.Addr, buf []byte) {
	log.Printf("%v: %q", addr, buf)
	pc.WriteTo([]byte(time.Now().Format(time.RFC1123)), addr)
}
