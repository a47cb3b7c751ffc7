package main

import (
	"fmt"
	"log"
	"net"
	"strconv"
	"strings"
)

func calculate(line string) (float64, error) {
	fields := strings.Fields(line)
	if len(fields) != 3 {
		return 0, fmt.Errorf("expected: number operator number")
	}
	a, err := strconv.ParseFloat(fields[0], 64)
	if err != nil {
		return 0, fmt.Errorf("first operand is not a number")
	}
	b, err := strconv.ParseFloat(fields[2], 64)
	if err != nil {
		return 0, fmt.Errorf("second operand is not a number")
	}
	switch fields[1] {
	case "+":
		return a + b, nil
	case "-":
		return a - b, nil
	case "*":
		return a * b, nil
	case "/":
		if b == 0 {
			return 0, fmt.Errorf("division by zero")
		}
		return a / b, nil
	}
	return 0, fmt.Errorf("unknown operator")
}

func main() {
	conn, err := net.ListenPacket("udp", ":3333")
	if err != nil {
		log.Fatal(err)
	}
	defer conn.Close()
	buf := make([]byte, 1500)
	for {
		n, addr, err := conn.ReadFrom(buf)
		if err != nil {
			log.Println(err)
			continue
		}
		result, err := calculate(string(buf[:n]))
		if err != nil {
			fmt.Println(err)
			conn.WriteTo([]byte("error: "+err.Error()+"\n"), addr)
			continue
		}
		conn.WriteTo([]byte(strconv.FormatFloat(result, 'f', -1, 64)+"\n"), addr)
	}
}
